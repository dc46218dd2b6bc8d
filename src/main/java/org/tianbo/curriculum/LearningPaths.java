package org.tianbo.curriculum;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Ways through the same lessons, and what they are worth in the national occupation.
 *
 * @param paths in the order they are offered
 */
public record LearningPaths(String slug, String version, List<LearningPath> paths, Occupation occupation) {

    public Optional<LearningPath> find(String id) {
        return paths.stream().filter(path -> path.id().equals(id)).findFirst();
    }

    /**
     * A way through the lessons; a lesson is done once for all of them.
     *
     * @param whom who it is made for
     * @param weeks how long it takes at an easy pace
     * @param lessons slugs, in order
     * @param rehearsals what to rehearse after which lesson
     * @param handover how an official steps back; empty on all other paths
     */
    public record LearningPath(
            String id,
            Text title,
            @JsonProperty("for") Text whom,
            Text advice,
            int weeks,
            Hours hours,
            List<String> lessons,
            List<Rehearsal> rehearsals,
            List<Handover> handover) {

        public LearningPath {
            rehearsals = Objects.requireNonNullElse(rehearsals, List.of());
            handover = Objects.requireNonNullElse(handover, List.of());
        }
    }

    /**
     * Standard hours of 45 minutes.
     *
     * @param accompanied lives, opening a store and shipping with somebody beside the trainee
     */
    public record Hours(int lessons, int tasks, int rehearsals, @JsonProperty("class") int inClass, int accompanied) {

        public int sum() {
            return lessons + tasks + rehearsals + inClass + accompanied;
        }
    }

    /**
     * @param after slug of the lesson before it
     * @param format slug of the run of show
     */
    public record Rehearsal(String after, String format, int times) {}

    /** @param share the most of the words, per cent, that may be the official's */
    public record Handover(String id, Text title, int lives, int share, Text does) {}

    /**
     * @param confirmed whether a county has compared the mapping with the standard's text; while false, pages say so
     */
    public record Occupation(String code, Text title, boolean confirmed, List<Level> levels) {}

    /**
     * @param level 5 is the first, 1 the highest
     * @param hours reference hours of the standard, not fewer
     * @param courses slugs of the courses that serve it
     */
    public record Level(int level, int hours, List<String> courses) {}
}
