package org.tianbo.mentoring.draft;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.tianbo.curriculum.Rubric;

/**
 * All a mentor has noted of one attempt; saved as a whole, however unfinished.
 *
 * @param scores level 0–5 by criterion id, {@code marks} in JSON; a criterion without a score yet is left out
 * @param compliance null until the mentor has answered it
 * @param keep ids of at most three moments well done, as the mentor chose them; empty leaves the choice to {@link
 *     Highlights}
 * @param change id of the one moment to change first; null leaves the choice to {@link Highlights}
 * @param nothingToChange why the trainee need change nothing; takes the place of a thing to change, null when there is
 *     one
 */
public record Draft(
        @JsonProperty("marks") Map<String, Integer> scores,
        Compliance compliance,
        List<Moment> moments,
        List<UUID> keep,
        UUID change,
        String nothingToChange) {

    public static final Draft EMPTY = new Draft(Map.of(), null, List.of(), List.of(), null, null);
    static final int MOST_MOMENTS = 100;
    static final int MOST_KEPT = 3;

    public Draft {
        scores = scores == null ? Map.of() : withoutNulls(scores);
        moments = moments == null ? List.of() : List.copyOf(moments);
        keep = keep == null ? List.of() : List.copyOf(keep);
        nothingToChange = nothingToChange == null || nothingToChange.isBlank() ? null : nothingToChange.strip();
    }

    /** The same, with what the trainee sees first. */
    public Draft showing(List<UUID> highlights, UUID changed) {
        return new Draft(scores, compliance, moments, highlights, changed, nothingToChange);
    }

    /** Refuses what can never be right, finished or not; every field at fault is named. */
    public void check(Rubric rubric, long durationMs) {
        Map<String, String> faults = new LinkedHashMap<>();
        scores.forEach((criterion, level) -> {
            if (rubric.criterion(criterion).isEmpty()) {
                faults.put("marks." + criterion, "curriculum.criterion-unknown");
            } else if (level < 0 || level > Rubric.BEST) {
                faults.put("marks." + criterion, "curriculum.level-out-of-range");
            }
        });
        checkCompliance(rubric, durationMs, faults);
        checkMoments(rubric, durationMs, faults);
        checkChoice(faults);
        if (nothingToChange != null && nothingToChange.length() > Moment.MOST_CHARACTERS) {
            faults.put("nothingToChange", "mentoring.too-many-words");
        }
        if (!faults.isEmpty()) {
            throw new DraftRefused(faults);
        }
    }

    /** What a trainee could not do without: code by field, in the order a mentor works through it. */
    public Map<String, String> missing(Rubric rubric) {
        Map<String, String> missing = new LinkedHashMap<>();
        rubric.unscored(scores).forEach(criterion -> missing.put("marks." + criterion, "curriculum.mark-missing"));
        if (compliance == null) {
            missing.put("compliance", "mentoring.compliance-unanswered");
        } else if (compliance.broken() && compliance.atMs() == null) {
            missing.put("compliance.atMs", "mentoring.compliance-without-second");
        }
        for (int index = 0; index < moments.size(); index++) {
            if (moments.get(index).words().isEmpty()) {
                missing.put("moments[" + index + "].words", "mentoring.moment-without-words");
            }
        }
        if (moments.isEmpty()) {
            missing.put("moments", "mentoring.moment-missing");
        }
        if (nothingToChange == null && moments.stream().noneMatch(Highlights::mayChange)) {
            missing.put("change", "mentoring.change-missing");
        }
        return missing;
    }

    public Optional<Moment> moment(UUID id) {
        return moments.stream().filter(moment -> id.equals(moment.id())).findFirst();
    }

    private void checkCompliance(Rubric rubric, long durationMs, Map<String, String> faults) {
        if (compliance == null) {
            return;
        }
        if (compliance.atMs() != null && outside(compliance.atMs(), durationMs)) {
            faults.put("compliance.atMs", "mentoring.outside-recording");
        }
        if (compliance.rule() != null && !rubric.veto().rules().contains(compliance.rule())) {
            faults.put("compliance.rule", "mentoring.rule-unknown");
        }
    }

    private void checkMoments(Rubric rubric, long durationMs, Map<String, String> faults) {
        if (moments.size() > MOST_MOMENTS) {
            faults.put("moments", "mentoring.too-many-moments");
        }
        Set<UUID> ids = new HashSet<>();
        for (int index = 0; index < moments.size(); index++) {
            Moment moment = moments.get(index);
            String field = "moments[" + index + "].";
            if (moment.id() == null || !ids.add(moment.id())) {
                faults.put(field + "id", "mentoring.moment-without-own-id");
            }
            if (moment.kind() == null) {
                faults.put(field + "kind", "mentoring.moment-without-kind");
            }
            if (moment.words().length() > Moment.MOST_CHARACTERS) {
                faults.put(field + "words", "mentoring.too-many-words");
            }
            if (!knows(rubric, moment.criterion())) {
                faults.put(field + "criterion", "curriculum.criterion-unknown");
            }
            checkPlace(moment, durationMs, field, faults);
        }
    }

    private static void checkPlace(Moment moment, long durationMs, String field, Map<String, String> faults) {
        if (moment.fromMs() == null || outside(moment.fromMs(), durationMs)) {
            faults.put(field + "fromMs", "mentoring.outside-recording");
        } else if (moment.toMs() != null && outside(moment.toMs(), durationMs)) {
            faults.put(field + "toMs", "mentoring.outside-recording");
        } else if (moment.toMs() != null && moment.toMs() <= moment.fromMs()) {
            faults.put(field + "toMs", "mentoring.span-ends-before-it-begins");
        }
    }

    private void checkChoice(Map<String, String> faults) {
        if (keep.size() > MOST_KEPT || keep.size() != Set.copyOf(keep).size() || !all(keep, Moment.Kind.WELL_DONE)) {
            faults.put("keep", "mentoring.keep-not-well-done");
        }
        if (change != null && moment(change).filter(Highlights::mayChange).isEmpty()) {
            faults.put("change", "mentoring.change-not-to-change");
        }
    }

    private boolean all(Collection<UUID> ids, Moment.Kind kind) {
        return ids.stream()
                .allMatch(
                        id -> moment(id).filter(moment -> moment.kind() == kind).isPresent());
    }

    private static boolean knows(Rubric rubric, String criterion) {
        return criterion != null
                && (rubric.criterion(criterion).isPresent()
                        || rubric.veto().id().equals(criterion));
    }

    private static boolean outside(long ms, long durationMs) {
        return ms < 0 || ms > durationMs;
    }

    private static Map<String, Integer> withoutNulls(Map<String, Integer> scores) {
        Map<String, Integer> given = new TreeMap<>(scores);
        given.values().removeIf(level -> level == null);
        return given;
    }
}
