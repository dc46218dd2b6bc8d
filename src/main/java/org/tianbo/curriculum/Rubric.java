package org.tianbo.curriculum;

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
