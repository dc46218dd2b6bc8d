package org.tianbo.learning.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonView;
import org.tianbo.learning.progress.LessonProgress;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.assets.PreparedPage;

/**
 * The lessons' pages, rendered once for each edition of the content, language and state of the lesson, whoever reads
 * them. There are as many as lessons are current, times four.
 */
@ApplicationScoped
class PreparedLessons {

    /** @param version of the lesson: an edition may be replaced between two looks at it */
    private record Key(String version, String language, boolean done) {}

    private record Edition(String name, Map<Key, PreparedPage> pages) {}

    private final Curriculum curriculum;
    private final LessonBodies bodies;
    private final Films films;
    private final SignedIn signedIn;
    private volatile Edition current = new Edition("", new ConcurrentHashMap<>());

    PreparedLessons(Curriculum curriculum, LessonBodies bodies, Films films, SignedIn signedIn) {
        this.curriculum = curriculum;
        this.bodies = bodies;
        this.films = films;
        this.signedIn = signedIn;
    }

    /**
     * The lesson's page in that language.
     *
     * @param edition of the content, asked for before the lesson was: what is read after it is at least as new
     */
    PreparedPage of(String edition, LessonView lesson, LessonProgress progress, Locale locale) {
        Key key = new Key(lesson.version(), locale.getLanguage(), progress.doneAt() != null);
        return pages(edition).computeIfAbsent(key, wanted -> render(lesson, progress, locale));
    }

    private Map<Key, PreparedPage> pages(String edition) {
        Edition known = current;
        if (!known.name().equals(edition)) {
            known = new Edition(edition, new ConcurrentHashMap<>());
            current = known;
        }
        return known.pages();
    }

    private PreparedPage render(LessonView lesson, LessonProgress progress, Locale locale) {
        LessonPage page =
                LessonPage.of(lesson, curriculum, bodies.of(lesson, locale), films.of(lesson), progress, locale);
        Supplier<String> rendering =
                () -> LearningPages.Templates.lesson(page).setLocale(locale).render();
        return PreparedPage.of(signedIn.behindPlaceholders(rendering), SignedIn.PLACEHOLDERS);
    }
}
