package org.tianbo.practice.phonelost;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;
import org.tianbo.platform.security.CurrentCounty;

/** What can be said of takes whose phone says nothing of them any more. */
@ApplicationScoped
class ArrivedTakes {

    /**
     * A take is as long as what arrived of it reaches: its recorder hands out a chunk every two seconds, and each chunk
     * of a live copy says where it begins. It began that long before its first chunk arrived.
     */
    private static final String END =
            """
            insert into takes as kept (county, attempt, take, type, chunks, started_at, ended_at)
            select :county, :attempt, one.take, 'application/octet-stream', max(one.chunks),
                coalesce(min(one.began_at), :otherwise),
                coalesce(min(one.began_at), :otherwise) + max(one.reach_ms) * interval '1 millisecond'
            from (
                select t.take, c.chunks, t.begun_at - interval '2 seconds' as began_at, c.chunks * 2000 as reach_ms
                from takes t
                cross join lateral (select coalesce(max(seq) + 1, 0) as chunks from chunks
                    where county = t.county and attempt = t.attempt and take = t.take) c
                where t.county = :county and t.attempt = :attempt
                union all
                select take, 0, min(received_at - (from_ms + 2000) * interval '1 millisecond'), max(from_ms) + 2000
                from live_copy_chunks where county = :county and attempt = :attempt group by take
            ) one
            group by one.take
            on conflict (county, attempt, take) do update set
                chunks = excluded.chunks, started_at = excluded.started_at, ended_at = excluded.ended_at""";

    private final Session entities;
    private final CurrentCounty county;

    ArrivedTakes(Session entities, CurrentCounty county) {
        this.entities = entities;
        this.county = county;
    }

    /** @param otherwise when takes began of which even that is not known */
    void end(UUID attempt, Instant otherwise) {
        entities.createNativeMutationQuery(END)
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .setParameter("otherwise", otherwise)
                .executeUpdate();
    }
}
