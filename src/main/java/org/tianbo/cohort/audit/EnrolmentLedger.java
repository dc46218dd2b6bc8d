package org.tianbo.cohort.audit;

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

/** What the ledger is told of who is in which class. */
@ApplicationScoped
class EnrolmentLedger implements LedgerEntries {

    /**
     * With the classes of the county that they were in before, as those were called when they were enrolled, and what
     * they learned elsewhere: another name of a class is no news of everybody who was in it.
     */
    private static final String ENROLMENTS =
            """
            select e.id, e.cohort, e.trainee, e.consent, e.consent_seen_by, e.enrolled_at, e.left_at, e.left_reason,
                e.returned_at, concat_ws('; ', (
                    select string_agg(coalesce(h.name_before, c.name) || ' (' || coalesce(h.starts_before, c.starts_on)
                        || ')', '; ' order by o.enrolled_at, o.id)
                    from enrolments o join cohorts c on c.county = o.county and c.id = o.cohort
                    left join lateral (
                        select k.name_before, k.starts_before from class_changes k
                        where k.county = c.county and k.cohort = c.id and k.changed_at > e.enrolled_at
                        order by k.changed_at, k.id limit 1
                    ) h on true
                    where o.county = e.county and o.trainee = e.trainee
                        and (o.enrolled_at, o.id) < (e.enrolled_at, e.id)
                ), nullif(e.earlier_courses, '')) as earlier
            from enrolments e where e.county = ? and\s""";

    private final CountyReads reads;
    private final CurrentCounty county;

    EnrolmentLedger(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    @Override
    public EntryKind kind() {
        return EntryKind.ENROLMENT;
    }

    /** @param thing a class */
    @Override
    public List<LedgerEntry> of(UUID thing, Set<UUID> people) {
        return people.isEmpty()
                ? reads.rows(ENROLMENTS + "e.cohort = ?", EnrolmentLedger::entry, county.id(), thing)
                : reads.rows(
                        ENROLMENTS + "e.cohort = ? and e.trainee = any(?::uuid[])",
                        EnrolmentLedger::entry,
                        county.id(),
                        thing,
                        people);
    }

    @Override
    public Page<LedgerEntry, UUID> after(UUID last, int most) {
        return Page.of(
                reads.rows(
                        ENROLMENTS + "e.id > ? order by e.id limit ?",
                        EnrolmentLedger::entry,
                        county.id(),
                        last,
                        most + 1),
                most,
                entry -> UUID.fromString(entry.source()));
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        Instant left = Jdbc.instant(row, "left_at");
        Instant returned = Jdbc.instant(row, "returned_at");
        Instant came = returned == null ? Jdbc.instant(row, "enrolled_at") : returned;
        return new LedgerEntry(
                EntryKind.ENROLMENT,
                row.getString("id"),
                row.getObject("cohort", UUID.class),
                left == null ? came : left,
                row.getObject("trainee", UUID.class),
                row.getObject("cohort", UUID.class),
                left == null && returned == null ? row.getObject("consent_seen_by", UUID.class) : null,
                row.getString("left_reason"),
                Map.of(
                        EntryField.CONSENT, row.getString("consent"),
                        EntryField.EARLIER, row.getString("earlier"),
                        EntryField.LEFT, Objects.toString(left, ""),
                        EntryField.RETURNED, Objects.toString(returned, "")));
    }
}
