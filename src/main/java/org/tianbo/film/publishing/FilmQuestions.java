package org.tianbo.film.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.film.Film;
import org.tianbo.film.FilmRefused;
import org.tianbo.film.FilmTable;
import org.tianbo.film.FilmsChanged;
import org.tianbo.learning.CountyVideo;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.SignedIn;

/** For which questions the county's videos stop. */
@ApplicationScoped
public class FilmQuestions {

    /** Of one video: a trainee came to watch it. */
    public static final int MOST = 10;

    private static final String ADD =
            """
            insert into film_questions (county, film, item, at_second, added_by, added_at) values (?, ?, ?, ?, ?, ?)
            returning item
            """;

    private final Curriculum curriculum;
    private final FilmTable films;
    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final SignedIn signedIn;
    private final Event<FilmsChanged> changed;
    private final Clock clock;

    FilmQuestions(
            Curriculum curriculum,
            FilmTable films,
            CountyReads reads,
            CountyWrites writes,
            CurrentCounty county,
            SignedIn signedIn,
            Event<FilmsChanged> changed,
            Clock clock) {
        this.curriculum = curriculum;
        this.films = films;
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.signedIn = signedIn;
        this.changed = changed;
        this.clock = clock;
    }

    /** In the order the video comes to them. */
    public List<CountyVideo.Question> of(UUID film) {
        return reads.rows(
                "select item, at_second from film_questions where county = ? and film = ? order by at_second",
                FilmQuestions::question,
                county.id(),
                film);
    }

    /** The same of every video that has any, by video. */
    public Map<UUID, List<CountyVideo.Question>> byFilm() {
        Map<UUID, List<CountyVideo.Question>> all = new HashMap<>();
        reads.rows(
                "select film, item, at_second from film_questions where county = ? order by film, at_second",
                row -> all.computeIfAbsent(row.getObject("film", UUID.class), film -> new ArrayList<>())
                        .add(question(row)),
                county.id());
        return all;
    }

    /**
     * Has the video stop for a question.
     *
     * @param at as {@link PlayTime} reads it
     * @return why it was not added; empty where it was
     * @throws org.tianbo.platform.error.Refused of a lesson that is no longer taught
     */
    @Transactional
    public Optional<QuestionFault> add(Film film, String item, String at) {
        if (!curriculum.isTaught(film.lesson())) {
            throw FilmRefused.notTaught();
        }
        OptionalInt second = PlayTime.seconds(at);
        if (second.isEmpty()) {
            return Optional.of(QuestionFault.TIME);
        }
        // Whoever adds another to the same video waits, and then sees this one.
        films.lock(film.lesson());
        Optional<QuestionFault> fault = fault(film, item, second.getAsInt(), of(film.id()));
        if (fault.isEmpty()) {
            writes.returning(
                    ADD,
                    row -> true,
                    county.id(),
                    film.id(),
                    item,
                    second.getAsInt(),
                    signedIn.id(),
                    clock.instant().atOffset(ZoneOffset.UTC));
            changed.fire(new FilmsChanged(county.id()));
        }
        return fault;
    }

    private Optional<QuestionFault> fault(Film film, String item, int second, List<CountyVideo.Question> there) {
        if (second < 1 || second >= film.length().toSeconds()) {
            return Optional.of(QuestionFault.BEYOND);
        }
        if (curriculum
                .lastTaught(film.lesson())
                .flatMap(lesson -> lesson.quiz().only(item))
                .isEmpty()) {
            return Optional.of(QuestionFault.ITEM);
        }
        if (there.stream().anyMatch(one -> one.item().equals(item))) {
            return Optional.of(QuestionFault.AGAIN);
        }
        if (there.stream().anyMatch(one -> one.second() == second)) {
            return Optional.of(QuestionFault.TAKEN);
        }
        return there.size() < MOST ? Optional.empty() : Optional.of(QuestionFault.MANY);
    }

    /** It stops there no longer; what was answered stays known. The same again changes nothing. */
    public void remove(Film film, String item) {
        writes.returning(
                "delete from film_questions where county = ? and film = ? and item = ? returning item",
                row -> true,
                county.id(),
                film.id(),
                item);
        changed.fire(new FilmsChanged(county.id()));
    }

    private static CountyVideo.Question question(ResultSet row) throws SQLException {
        return new CountyVideo.Question(row.getInt("at_second"), row.getString("item"));
    }
}
