package org.tianbo.practice.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.practice.hls.LiveRepository.Name;

/** Who watches lives, and who may not any more. */
@ApplicationScoped
class ViewerRepository {

    private final Session entities;
    private final CountyReads reads;
    private final CurrentCounty county;

    ViewerRepository(Session entities, CountyReads reads, CurrentCounty county) {
        this.entities = entities;
        this.reads = reads;
        this.county = county;
    }

    /** Whoever was sent away stays so. @param person empty for somebody not signed in */
    void join(UUID attempt, UUID id, UUID invitation, Optional<UUID> person, String name) {
        entities.createNativeMutationQuery(
                        """
                        insert into live_viewers (county, attempt, id, invitation, person, name, seen_at)
                        values (:county, :attempt, :id, :invitation, cast(:person as uuid), :name, clock_timestamp())
                        on conflict (county, attempt, id)
                        do update set seen_at = clock_timestamp(), person = excluded.person, name = excluded.name""")
                .setParameter("county", county.id())
                .setParameter("attempt", attempt)
                .setParameter("id", id)
                .setParameter("invitation", invitation)
                .setParameter("person", person.map(UUID::toString).orElse(null), String.class)
                .setParameter("name", name)
                .executeUpdate();
    }

    /** How many watch beside that one. */
    long othersWatching(UUID attempt, UUID id) {
        return reads.rows(
                        "select count(*) as others from live_viewers where county = ? and attempt = ? and id <> ?"
                                + " and removed_at is null and seen_at > clock_timestamp() - interval '40 seconds'",
                        row -> row.getLong("others"),
                        county.id(),
                        attempt,
                        id)
                .get(0);
    }

    /** One who watches a live of any county. County ids hold no blanks. */
    record Present(Name live, UUID viewer) {}

    /** They still watch. */
    void seen(Collection<Present> viewers) {
        entities.createNativeMutationQuery(
                        """
                        update live_viewers set seen_at = clock_timestamp()
                        where (county, attempt, id) in (select * from unnest(string_to_array(:counties, ' '),
                            cast(string_to_array(:attempts, ' ') as uuid[]),
                            cast(string_to_array(:viewers, ' ') as uuid[])))""")
                .setParameter("counties", joined(viewers, one -> one.live().county()))
                .setParameter("attempts", joined(viewers, one -> one.live().attempt()))
                .setParameter("viewers", joined(viewers, Present::viewer))
                .executeUpdate();
    }

    private static String joined(Collection<Present> viewers, Function<Present, Object> column) {
        return viewers.stream().map(column).map(Object::toString).collect(Collectors.joining(" "));
    }

    /** As they are called; empty for somebody who never came. */
    Optional<String> name(UUID attempt, UUID id) {
        return reads
                .rows(
                        "select name from live_viewers where county = ? and attempt = ? and id = ?",
                        row -> row.getString("name"),
                        county.id(),
                        attempt,
                        id)
                .stream()
                .findFirst();
    }

    /** @return false when there is no such viewer */
    boolean remove(UUID attempt, UUID id) {
        return entities.createNativeMutationQuery(
                                """
                                update live_viewers set removed_at = coalesce(removed_at, clock_timestamp())
                                where county = :county and attempt = :attempt and id = :id""")
                        .setParameter("county", county.id())
                        .setParameter("attempt", attempt)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    List<UUID> removed(UUID attempt) {
        return reads.rows(
                "select id from live_viewers where county = ? and attempt = ? and removed_at is not null",
                row -> row.getObject("id", UUID.class),
                county.id(),
                attempt);
    }
}
