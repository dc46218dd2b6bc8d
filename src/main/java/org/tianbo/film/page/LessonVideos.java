package org.tianbo.film.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.curriculum.LessonView;
import org.tianbo.film.Film;
import org.tianbo.film.FilmConfig;
import org.tianbo.film.FilmCopy;
import org.tianbo.film.FilmState;
import org.tianbo.film.publishing.Publishing;
import org.tianbo.learning.Sizes;
import org.tianbo.platform.time.DateTexts;

/**
 * A lesson's videos as its county's people see them.
 *
 * @param taught false once it was taken back: trainees see none of its videos then
 * @param mostMegabytes and {@code mostMinutes}: what is taken
 */
record LessonVideos(
        String lesson,
        String course,
        String title,
        boolean taught,
        List<Version> versions,
        long mostBytes,
        long mostMinutes,
        boolean mayAdd,
        boolean mayPublish) {

    private static final long MEGABYTE = 1024 * 1024;

    /**
     * @param state as {@link FilmState#wire} has it
     * @param fault empty unless it failed
     * @param lacksSound known once it is ready
     */
    record Version(
            UUID id,
            String at,
            String state,
            String fault,
            int copiesMade,
            String size,
            String length,
            boolean lacksSound,
            boolean shown,
            boolean everShown,
            boolean mayDelete,
            List<Copy> copies) {

        public String address() {
            return "/videos/" + id;
        }

        public int copiesAtMost() {
            return FilmCopy.MOST;
        }
    }

    /** @param kind of {@link FilmCopy} */
    record Copy(String kind, String name, String size) {}

    static LessonVideos of(
            LessonView lesson,
            boolean taught,
            List<Film> films,
            FilmConfig config,
            boolean mayAdd,
            boolean mayPublish,
            Publishing publishing,
            Locale locale) {
        return new LessonVideos(
                lesson.slug(),
                lesson.course(),
                lesson.title().in(locale),
                taught,
                films.stream()
                        .map(film -> version(film, mayAdd && publishing.mayDelete(film)))
                        .toList(),
                config.largest().asLongValue(),
                config.longest().toMinutes(),
                mayAdd,
                mayPublish);
    }

    /** Where its line stands. */
    public String list() {
        return taught ? "/lesson-videos?course=" + course : "/lesson-videos#former";
    }

    public long mostMegabytes() {
        return mostBytes / MEGABYTE;
    }

    private static Version version(Film film, boolean mayDelete) {
        return new Version(
                film.id(),
                DateTexts.minute(film.begunAt()),
                film.state().wire(),
                Optional.ofNullable(film.fault()).orElse(""),
                film.copiesMade(),
                Sizes.of(film.bytes()),
                DateTexts.clock(film.length()),
                film.state() == FilmState.READY && !film.sound(),
                film.published(),
                film.everPublished(),
                mayDelete && !film.published() && film.state() != FilmState.MAKING,
                List.of(FilmCopy.SMALL, FilmCopy.BETTER, FilmCopy.SOUND, FilmCopy.POSTER).stream()
                        .flatMap(kind -> film.copy(kind).stream())
                        .map(copy -> new Copy(
                                copy.kind(),
                                copy.kind() + copy.key().substring(copy.key().lastIndexOf('.')),
                                Sizes.of(copy.bytes())))
                        .toList());
    }
}
