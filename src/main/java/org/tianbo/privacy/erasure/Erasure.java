package org.tianbo.privacy.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.tianbo.platform.data.Jdbc;

/**
 * That somebody is to be erased.
 *
 * @param name of the person as they are called today; a sign without meaning once they are erased
 * @param askedBy name of who asked
 * @param ownWish whether the person asked themselves
 * @param decidedBy name of who confirmed or withdrew it; empty while it waits
 * @param decider their id; null while it waits, like the time
 * @param parts features that have something to erase; 0 before the first begins
 * @param done how many of them have erased it
 * @param failed whether it is at rest because it was tried in vain
 */
public record Erasure(
        UUID id,
        UUID person,
        String name,
        UUID asker,
        String askedBy,
        Instant askedAt,
        String reason,
        State state,
        String decidedBy,
        UUID decider,
        Instant decidedAt,
        int parts,
        int done,
        boolean failed,
        Instant endedAt) {

    /** How far it is. */
    public enum State {
        WAITING,
        CONFIRMED,
        DONE,
        WITHDRAWN
    }

    /** Stands in the place of a reason that went with the first erasure. */
    static final String BACK = "×";

    static final String SELECT =
            """
            select e.id, e.person, p.name, e.asked_by, a.name as asker, e.asked_at, e.reason, e.state,
                coalesce(d.name, '') as decider, e.decided_by,
                e.decided_at, e.parts, e.done, e.failed_at is not null as failed, e.ended_at
            from erasures e
            join people p on p.county = e.county and p.id = e.person
            join people a on a.county = e.county and a.id = e.asked_by
            left join people d on d.county = e.county and d.id = e.decided_by
            where e.county = ?\s""";

    static Erasure of(ResultSet row) throws SQLException {
        return new Erasure(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("name"),
                row.getObject("asked_by", UUID.class),
                row.getString("asker"),
                Jdbc.instant(row, "asked_at"),
                row.getString("reason"),
                State.valueOf(row.getString("state")),
                row.getString("decider"),
                row.getObject("decided_by", UUID.class),
                Jdbc.instant(row, "decided_at"),
                row.getInt("parts"),
                row.getInt("done"),
                row.getBoolean("failed"),
                Jdbc.instant(row, "ended_at"));
    }

    public boolean isOwnWish() {
        return asker.equals(person);
    }

    /** Whether they were erased before, and a backup brought them back. */
    public boolean isBack() {
        return reason.equals(BACK);
    }

    public boolean isWaiting() {
        return state == State.WAITING;
    }

    public boolean isGoingOn() {
        return state == State.CONFIRMED;
    }

    public boolean isDone() {
        return state == State.DONE;
    }

    /** Whether it waits for somebody else than this member of the office. */
    public boolean isFor(UUID officer) {
        return isWaiting() && !asker.equals(officer) && !person.equals(officer);
    }
}
