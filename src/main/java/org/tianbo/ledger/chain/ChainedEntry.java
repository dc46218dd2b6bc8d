package org.tianbo.ledger.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.tianbo.platform.data.Jdbc;

/**
 * A row of the ledger.
 *
 * @param day it is booked on
 * @param content what it says, as canonical JSON
 * @param before what of it was different before, likewise; null for what corrects nothing
 * @param amends number of the entry that it corrects; null for what corrects nothing
 * @param hand whether a person corrected the ledger itself
 * @param statedBy who did it; null where nobody is known
 * @param recordedBy who was signed in; null for what was gathered
 * @param prev hash of the row before
 * @param hash SHA-256 of {@link #canonical}
 */
public record ChainedEntry(
        String county,
        long seq,
        String kind,
        String source,
        UUID thing,
        UUID person,
        UUID cohort,
        LocalDate day,
        Instant at,
        String content,
        String before,
        String reason,
        Long amends,
        boolean hand,
        UUID statedBy,
        UUID recordedBy,
        Instant recordedAt,
        byte[] prev,
        byte[] hash) {

    /** As {@link #of} reads them. */
    public static final String COLUMNS =
            """
            county, seq, kind, source, thing, person, cohort, day, at, content, before, reason, amends, hand, \
            stated_by, recorded_by, recorded_at, prev, hash""";

    public static ChainedEntry of(ResultSet row) throws SQLException {
        long amends = row.getLong("amends");
        return new ChainedEntry(
                row.getString("county"),
                row.getLong("seq"),
                row.getString("kind"),
                row.getString("source"),
                row.getObject("thing", UUID.class),
                row.getObject("person", UUID.class),
                row.getObject("cohort", UUID.class),
                row.getObject("day", LocalDate.class),
                Jdbc.instant(row, "at"),
                row.getString("content"),
                row.getString("before"),
                row.getString("reason"),
                amends == 0 ? null : amends,
                row.getBoolean("hand"),
                row.getObject("stated_by", UUID.class),
                row.getObject("recorded_by", UUID.class),
                Jdbc.instant(row, "recorded_at"),
                row.getBytes("prev"),
                row.getBytes("hash"));
    }

    /** All of the row but its own hash, as one JSON object by RFC 8785. Never change it: it is what was hashed. */
    public String canonical() {
        return canonical(new StringBuilder());
    }

    String canonical(StringBuilder out) {
        CanonicalJson json = CanonicalJson.into(out);
        if (amends != null) {
            json.raw("amends", amends);
        }
        json.text("at", at.toString());
        if (before != null) {
            json.raw("before", before);
        }
        return json.optional("cohort", cohort)
                .raw("content", content)
                .text("county", county)
                .text("day", day.toString())
                .raw("hand", hand)
                .text("kind", kind)
                .optional("person", person)
                .text("prev", HexFormat.of().formatHex(prev))
                .text("reason", reason)
                .text("recorded_at", recordedAt.toString())
                .optional("recorded_by", recordedBy)
                .raw("seq", seq)
                .text("source", source)
                .optional("stated_by", statedBy)
                .text("thing", thing.toString())
                .end();
    }

    ChainedEntry hashed(byte[] computed) {
        return new ChainedEntry(
                county,
                seq,
                kind,
                source,
                thing,
                person,
                cohort,
                day,
                at,
                content,
                before,
                reason,
                amends,
                hand,
                statedBy,
                recordedBy,
                recordedAt,
                prev,
                computed);
    }

    /** What its hash has to be. */
    byte[] computed(MessageDigest sha256) {
        return sha256.digest(canonical().getBytes(StandardCharsets.UTF_8));
    }
}
