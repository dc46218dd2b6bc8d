package org.tianbo.film;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** Videos that trainees see, for tests that play nothing: rows as uploading, making and publishing leave them. */
@Singleton
public class ShownFilm {

    private static final String ADD =
            """
            insert into films (county, id, lesson, bytes, added_by, begun_at, state, duration_ms, sound, published_at)
            values (?, ?, ?, 1000, ?, ?, 'ready', ?, true, ?) returning id
            """;

    private final CountyWrites writes;
    private final CurrentCounty county;
    private final Event<FilmsChanged> changed;

    ShownFilm(CountyWrites writes, CurrentCounty county, Event<FilmsChanged> changed) {
        this.writes = writes;
        this.county = county;
        this.changed = changed;
    }

    /** @param countyId where no other video of the lesson is shown @param by who added it */
    public UUID of(String countyId, String lesson, UUID by, int seconds) {
        UUID id = Ids.next();
        Object now = Instant.now().atOffset(ZoneOffset.UTC);
        county.run(countyId, () -> QuarkusTransaction.requiringNew().run(() -> {
            writes.returning(ADD, row -> id, countyId, id, lesson, by, now, seconds * 1000, now);
            changed.fire(new FilmsChanged(countyId));
        }));
        return id;
    }
}
