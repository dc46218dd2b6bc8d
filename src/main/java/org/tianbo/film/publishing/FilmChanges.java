package org.tianbo.film.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** Who decided what of which video, appended. */
@ApplicationScoped
class FilmChanges {

    static final String PUBLISHED = "published";
    static final String WITHDRAWN = "withdrawn";
    static final String DELETED = "deleted";

    private static final String NOTE =
            """
            insert into film_changes (county, film, at, change, changed_by) values (?, ?, ?, ?, ?) returning film
            """;

    private final CountyWrites writes;
    private final CurrentCounty county;

    FilmChanges(CountyWrites writes, CurrentCounty county) {
        this.writes = writes;
        this.county = county;
    }

    void note(UUID film, String change, UUID by, Instant now) {
        writes.returning(NOTE, row -> film, county.id(), film, now.atOffset(ZoneOffset.UTC), change, by);
    }
}
