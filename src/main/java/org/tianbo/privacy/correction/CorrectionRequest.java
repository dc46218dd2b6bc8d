package org.tianbo.privacy.correction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.privacy.PhoneNumbers;

/**
 * What somebody said is wrong about them.
 *
 * @param person whom it is about, and who asked
 * @param name of that person today
 * @param before what stood there when it was asked; empty where nothing did
 * @param decidedAt null while it waits
 * @param words of whoever decided it; empty where none were needed
 */
public record CorrectionRequest(
        UUID id,
        UUID person,
        String name,
        AskedField field,
        String before,
        String wanted,
        String reason,
        Instant askedAt,
        State state,
        Instant decidedAt,
        String words) {

    /** What became of it. */
    public enum State {
        WAITING,
        DONE,
        REFUSED
    }

    static CorrectionRequest of(ResultSet row, PhoneNumbers phones) throws SQLException {
        return new CorrectionRequest(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("name"),
                AskedField.valueOf(row.getString("field")),
                phones.openIn(row.getString("old_value")),
                phones.openIn(row.getString("new_value")),
                phones.openIn(row.getString("reason")),
                Jdbc.instant(row, "asked_at"),
                State.valueOf(row.getString("state")),
                Jdbc.instant(row, "decided_at"),
                row.getString("words"));
    }

    public boolean isWaiting() {
        return state == State.WAITING;
    }

    /** Whether saying yes changes the register; else the desk has corrected it there by hand. */
    public boolean isApplied() {
        return field.inRegister().isPresent();
    }
}
