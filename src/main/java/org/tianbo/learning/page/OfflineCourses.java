package org.tianbo.learning.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.curriculum.LessonView;
import org.tianbo.learning.Sizes;
import org.tianbo.learning.page.search.SearchPacks;
import org.tianbo.learning.page.voice.Voices;
import org.tianbo.narration.Narration;

/** What a phone fetches to have courses where there is no network, and what that costs. */
@ApplicationScoped
class OfflineCourses {

    /** What every trainee needs besides lessons. */
    private static final List<String> BASE = List.of(
            "/",
            "/learn",
            "/learn/offline",
            "/learn/paths",
            "/learn/search",
            "/learn/words",
            "/learn/check-words",
            "/practice",
            "/practice/new",
            "/practice/camera",
            "/unsent",
            "/rules",
            "/my-store",
            "/my-certificate");

    /** The lines before an answer, and those of its request; measured at about 900. */
    private static final int HEADERS = 1000;

    /** Pages that are not lessons take about as much, compressed. */
    private static final int PLAIN_PAGE = 4000;

    /** As messengers send one. */
    private static final int BYTES_OF_PHOTO = 200_000;

    /** Of what is shipped a few dozen, and a few for each county that has changed something. */
    private static final int MOST_SIZES = 5_000;

    private final Curriculum curriculum;
    private final OfflineBundles bundles;
    private final Voices voices;
    private final SearchPacks searched;

    /** Bytes of a course's lessons and quizzes. */
    private final Cache<Sized, Long> sizes =
            Caffeine.newBuilder().maximumSize(MOST_SIZES).build();

    OfflineCourses(Curriculum curriculum, OfflineBundles bundles, Voices voices, SearchPacks searched) {
        this.curriculum = curriculum;
        this.bundles = bundles;
        this.voices = voices;
        this.searched = searched;
    }

    /** @param lessons their versions: counties without lessons of their own have the same sizes */
    private record Sized(String course, List<String> lessons, String language) {}

    /**
     * All that can be taken along.
     *
     * @param base addresses of the pages that each course needs besides its own
     * @param baseBytes what these cost
     */
    record View(List<OfflineCourse> courses, List<String> base, long baseBytes) {

        public String addresses() {
            return String.join(" ", base);
        }

        /** Of what is spoken of a course in this language. */
        public String sounds(String course) {
            return courses.stream()
                    .filter(one -> one.slug().equals(course))
                    .map(OfflineCourse::sounds)
                    .findFirst()
                    .orElse("");
        }

        public int lessons() {
            return courses.stream().mapToInt(OfflineCourse::lessons).sum();
        }

        public String size() {
            return Sizes.of(bytes());
        }

        /** What is sent with as many photos, as messengers make them smaller. */
        public long photos() {
            return Math.max(1, Math.round((double) bytes() / BYTES_OF_PHOTO));
        }

        private long bytes() {
            return baseBytes + courses.stream().mapToLong(OfflineCourse::bytes).sum();
        }
    }

    View in(Locale locale) {
        Set<String> rules = new HashSet<>();
        List<OfflineCourse> courses = curriculum.courses().stream()
                .map(course -> course(course, rules, locale))
                .toList();
        // The page of the search brings its index.
        long base = (long) BASE.size() * (PLAIN_PAGE + HEADERS) + searched.bytes(locale) + HEADERS;
        return new View(courses, BASE, base);
    }

    /** @param rules counted with an earlier course; those of this one are added */
    private OfflineCourse course(CourseView course, Set<String> rules, Locale locale) {
        List<String> pages = new ArrayList<>();
        List<String> versions =
                course.lessons().stream().map(LessonSummary::version).toList();
        long bytes = sizes.get(
                new Sized(course.version(), versions, locale.getLanguage()),
                sized -> (long) bundles.ofNewcomer(course, locale).compressedSize() + HEADERS);
        for (LessonSummary summary : course.lessons()) {
            String address = "/learn/" + course.slug() + "/" + summary.slug();
            pages.add(address);
            pages.add(address + "/quiz");
            LessonView lesson = curriculum.lesson(summary.slug());
            Set<String> cited =
                    lesson.rules().stream().map(rule -> "/rules/" + rule).collect(Collectors.toSet());
            cited.stream().filter(rule -> !pages.contains(rule)).forEach(pages::add);
            for (Narration.Sound sound : voices.sounds(lesson.slug(), locale)) {
                pages.add(sound.address());
                bytes += sound.bytes() + HEADERS;
            }
            bytes += cited.stream().filter(rules::add).count() * (PLAIN_PAGE + HEADERS);
        }
        return new OfflineCourse(
                course.slug(), course.title().in(locale), course.lessons().size(), bytes, pages);
    }
}
