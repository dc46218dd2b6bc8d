package org.tianbo.curriculum;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rehearsal is scored by. A rubric in use is never edited: changing a word publishes a new version, and old
 * scores keep theirs.
 *
 * @param criteria weights sum to 100
 */
public record Rubric(String slug, String version, Text title, List<Criterion> criteria, Veto veto) {

    /** The best level of a criterion; the worst is 0. */
    public static final int BEST = 5;

    /** @param levels one plain sentence for each level, 0 to {@link #BEST} */
    public record Criterion(String id, int weight, Text title, Text ask, List<Text> levels) {}

    /**
     * A broken rule is not a score but a veto: the attempt does not count towards the certificate, whatever its score.
     * The mentor names the second where it happened.
     *
     * @param rules ids of the rules whose breaking is meant
     */
    public record Veto(String id, Text title, Text ask, List<String> rules) {}

    /**
     * A rehearsal told in words, with the scores it deserves: mentors score it before they see these.
     *
     * @param rubric slug of the rubric it is scored by
     * @param format slug of the run of show
     * @param scores by the criterion's id, {@code marks} in the content's files
     * @param veto the rule that was broken; empty where none was
     * @param total of 100
     */
    public record Example(
            String slug,
            String version,
            Text title,
            String rubric,
            String format,
            List<Scene> scene,
            @JsonProperty("marks") Map<String, Deserved> scores,
            Optional<Broken> veto,
            int total) {

        /** What is heard and seen from that second on. */
        public record Scene(int second, Optional<Text> says, Optional<Text> does) {}

        /** @param level 0 to {@link Rubric#BEST} */
        public record Deserved(int level, Text because) {}

        /** @param rule id of the rule that was broken */
        public record Broken(int second, String rule, Text because) {}
    }

    public Optional<Criterion> criterion(String id) {
        return criteria.stream().filter(criterion -> criterion.id().equals(id)).findFirst();
    }

    /** Ids of the criteria that have no score yet, in the rubric's order. */
    public List<String> unscored(Map<String, Integer> scores) {
        return criteria.stream()
                .map(Criterion::id)
                .filter(id -> scores.get(id) == null)
                .toList();
    }

    /**
     * Each level's share of its weight, summed and rounded half up.
     *
     * @param scores level by criterion id
     * @return 0–100
     * @throws ScoresRefused when a criterion has no score or is unknown, or a level is outside 0–5
     */
    public int score(Map<String, Integer> scores) {
        ScoresRefused.unlessComplete(this, scores);
        int weighed =
                criteria.stream().mapToInt(c -> c.weight() * scores.get(c.id())).sum();
        int most = criteria.stream().mapToInt(c -> c.weight() * BEST).sum();
        return (200 * weighed + most) / (2 * most);
    }
}
