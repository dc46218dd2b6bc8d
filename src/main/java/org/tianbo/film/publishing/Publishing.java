package org.tianbo.film.publishing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.film.Film;
import org.tianbo.film.FilmRefused;
import org.tianbo.film.FilmState;
import org.tianbo.film.FilmTable;
import org.tianbo.film.FilmsChanged;
import org.tianbo.media.Media;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;

/** Shows a video to the county's trainees, takes it from them, deletes it. Each is noted with who did it. */
@ApplicationScoped
public class Publishing {

    private static final Logger LOG = Logger.getLogger(Publishing.class);

    private final Curriculum curriculum;
    private final FilmTable films;
    private final FilmChanges changes;
    private final Media media;
    private final SignedIn signedIn;
    private final CurrentCounty county;
    private final Event<FilmsChanged> changed;
    private final Clock clock;

    Publishing(
            Curriculum curriculum,
            FilmTable films,
            FilmChanges changes,
            Media media,
            SignedIn signedIn,
            CurrentCounty county,
            Event<FilmsChanged> changed,
            Clock clock) {
        this.curriculum = curriculum;
        this.films = films;
        this.changes = changes;
        this.media = media;
        this.signedIn = signedIn;
        this.county = county;
        this.changed = changed;
        this.clock = clock;
    }

    /**
     * Of a lesson one at a time is shown: another one steps back. The same again changes nothing.
     *
     * @throws Refused of a lesson that is no longer taught, and of a video whose copies are not made
     */
    @Transactional
    public void publish(UUID id) {
        Film film = locked(id);
        if (film.state() != FilmState.READY) {
            throw FilmRefused.notReady();
        }
        if (!film.published()) {
            if (!curriculum.isTaught(film.lesson())) {
                throw FilmRefused.notTaught();
            }
            Instant now = clock.instant();
            withdraw(film.lesson(), now);
            films.publish(id, now);
            changes.note(id, FilmChanges.PUBLISHED, signedIn.id(), now);
            changed.fire(new FilmsChanged(county.id()));
            LOG.infof("Video %s of lesson %s is published", id, film.lesson());
        }
    }

    @Transactional
    public void withdraw(UUID id) {
        Film film = locked(id);
        if (film.published()) {
            withdraw(film.lesson(), clock.instant());
        }
    }

    private void withdraw(String lesson, Instant now) {
        films.withdraw(lesson).ifPresent(shown -> {
            changes.note(shown, FilmChanges.WITHDRAWN, signedIn.id(), now);
            changed.fire(new FilmsChanged(county.id()));
        });
    }

    /**
     * Deletes what is stored of it; that it was there stays known. An officer may delete any; others what they added
     * themselves and nobody has seen.
     *
     * @throws Refused while trainees see it, or its copies are being made
     */
    public void delete(UUID id) {
        Film film = QuarkusTransaction.requiringNew().call(() -> deleted(id));
        media.sizes(film.folder(county.id())).keySet().forEach(media::delete);
        LOG.infof("Video %s of lesson %s is deleted", id, film.lesson());
    }

    private Film deleted(UUID id) {
        Film film = locked(id);
        if (film.published()) {
            throw FilmRefused.stillShown();
        }
        if (film.state() == FilmState.MAKING) {
            throw FilmRefused.notReady();
        }
        if (!mayDelete(film)) {
            throw FilmRefused.ofAnother();
        }
        Instant now = clock.instant();
        films.delete(id, now);
        changes.note(id, FilmChanges.DELETED, signedIn.id(), now);
        return film;
    }

    /** Whether whoever is signed in may delete it once it is not shown. */
    public boolean mayDelete(Film film) {
        return signedIn.is(Roles.OFFICER) || (film.addedBy().equals(signedIn.id()) && !film.everPublished());
    }

    /** As it stands while no other officer changes a video of its lesson. */
    private Film locked(UUID id) {
        films.lock(known(id).lesson());
        return known(id);
    }

    private Film known(UUID id) {
        return films.find(id).orElseThrow(FilmRefused::unknown);
    }
}
