package org.tianbo.film.captions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.film.Film;
import org.tianbo.film.FilmsChanged;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.SignedIn;

/** The captions of videos: one text each. */
@ApplicationScoped
public class Captions {

    private static final String PUT =
            """
            insert into film_captions (county, film, vtt, changed_by, changed_at) values (?, ?, ?, ?, ?)
            on conflict (county, film) do update
                set vtt = excluded.vtt, changed_by = excluded.changed_by, changed_at = excluded.changed_at
            returning film
            """;

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final SignedIn signedIn;
    private final Event<FilmsChanged> changed;
    private final Clock clock;

    Captions(
            CountyReads reads,
            CountyWrites writes,
            CurrentCounty county,
            SignedIn signedIn,
            Event<FilmsChanged> changed,
            Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.signedIn = signedIn;
        this.changed = changed;
        this.clock = clock;
    }

    /** As WebVTT. */
    public Optional<String> of(UUID film) {
        return reads
                .rows(
                        "select vtt from film_captions where county = ? and film = ?",
                        row -> row.getString("vtt"),
                        county.id(),
                        film)
                .stream()
                .findFirst();
    }

    /**
     * Replaces a video's captions; blank text takes them away.
     *
     * @param text as WebVTT writes it
     * @return what is wrong with it, by line; then nothing was changed
     */
    public List<CaptionFault> put(Film film, String text) {
        if (text.isBlank()) {
            writes.returning(
                    "delete from film_captions where county = ? and film = ? returning film",
                    row -> true,
                    county.id(),
                    film.id());
            changed.fire(new FilmsChanged(county.id()));
            return List.of();
        }
        WebVtt captions = WebVtt.read(text, film.length());
        if (captions.faults().isEmpty()) {
            writes.returning(
                    PUT,
                    row -> true,
                    county.id(),
                    film.id(),
                    captions.written(),
                    signedIn.id(),
                    clock.instant().atOffset(ZoneOffset.UTC));
            changed.fire(new FilmsChanged(county.id()));
        }
        return captions.faults();
    }
}
