package org.tianbo.certification.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.audit.LedgerEntries;
import org.tianbo.platform.audit.LedgerEntry;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** What the ledger is told of certificates: issued, and perhaps revoked. */
@ApplicationScoped
class CertificateLedger implements LedgerEntries {

    private static final String CERTIFICATES =
            """
            select c.id, c.trainee, c.serial, c.issued_by, c.issued_at, r.reason, r.revoked_by, r.revoked_at
            from certificates c
            left join certificate_revocations r on r.county = c.county and r.certificate = c.id
            where c.county = ? and\s""";

    private final CountyReads reads;
    private final CurrentCounty county;

    CertificateLedger(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    @Override
    public EntryKind kind() {
        return EntryKind.CERTIFICATE;
    }

    /** @param thing a certificate, or the trainee who holds it */
    @Override
    public List<LedgerEntry> of(UUID thing, Set<UUID> people) {
        return reads.rows(
                CERTIFICATES + "(c.trainee = ? or c.id = ?)", CertificateLedger::entry, county.id(), thing, thing);
    }

    @Override
    public Page<LedgerEntry, UUID> after(UUID last, int most) {
        return Page.of(
                reads.rows(
                        CERTIFICATES + "c.id > ? order by c.id limit ?",
                        CertificateLedger::entry,
                        county.id(),
                        last,
                        most + 1),
                most,
                LedgerEntry::thing);
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Instant revoked = Jdbc.instant(row, "revoked_at");
        return new LedgerEntry(
                EntryKind.CERTIFICATE,
                id.toString(),
                id,
                revoked == null ? Jdbc.instant(row, "issued_at") : revoked,
                row.getObject("trainee", UUID.class),
                null,
                row.getObject(revoked == null ? "issued_by" : "revoked_by", UUID.class),
                row.getString("reason"),
                Map.of(
                        EntryField.SERIAL, row.getString("serial"),
                        EntryField.REVOKED, Objects.toString(revoked, "")));
    }
}
