package org.tianbo.bench.measure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the figures are meant to be, on two processors with the load tool beside the application. */
final class Goals {

    private static final List<Goal> ALL = List.of(
            atMost("start without Keycloak", 2.5),
            atMost("resident, after load", 400),
            atMost("cold lesson, sent by the phone", 15),
            ofFloorAtLeast("/api/me", 0.6),
            ofFloorAtLeast("lesson", 0.5),
            ofFloorAtLeast("lesson as 304", 0.8),
            atMost("(/api/me|lesson|lesson as 304|/learn), p99", 15),
            ofFloorAtLeast("synced records", 0.5),
            // Of a province
            atMost("people: everybody of .*, p99", 300),
            atMost("people: (?!everybody).*, p99", 50),
            atMost("roster of .* lines, people .*", 60),
            atMost("dashboards: .*, p99", 50),
            ofFloorAtMost("dashboards: .*, p99 beside few trainees", 1.5),
            atMost("counting everybody anew", 300),
            atMost("checking a chain of .*", 20),
            atMost(".* entries as XLSX", 10),
            // Lives and recordings
            atMost("segment for .* viewers, p95", 200),
            atMost("chunk of .* lives, p95", 250),
            atMost("chunks acknowledged and lost", 0),
            atMost("recorded until listed, p95", 4_000),
            atMost("cores in all for .* lives", 1.5),
            atMost("resident, grown for each live", 15),
            atMost("ten minutes of H\\.264, finished until ready", 15),
            atLeast("two minutes of VP8, times real time", 6),
            // On the phone
            atMost("camera page, compressed, with all it needs", 60),
            atMost("both, the worklet counted .* times", 30),
            atMost("weak network, (home|lesson), first", 1_000),
            atMost("weak network, (home|lesson), again", 500),
            atMost("weak network, (home|lesson), without network", 300),
            atMost("weak network, (home|lesson), again, down", 5),
            atMost("weak network, first visit, down", 60),
            atMost("weak network, all lessons taken along", 30),
            atMost("weak network, all lessons, down", 700));

    private Goals() {}

    /**
     * What figures of a name are meant to be.
     *
     * @param name of the figures, as a whole
     * @param ofFloor whether the ratio to the floor is meant, not the figure itself
     * @param atLeast whether more is better
     */
    record Goal(Pattern name, boolean ofFloor, boolean atLeast, double limit) {

        /** What was not measured has not met it. */
        boolean isMet(Results.Figure figure) {
            Double measured = ofFloor ? figure.ratio() : Double.valueOf(figure.value());
            return measured != null && (atLeast ? measured >= limit : measured <= limit);
        }

        String words() {
            String number = BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString();
            return (atLeast ? "≥ " : "≤ ") + number + (ofFloor ? " of it" : "");
        }
    }

    /** Empty for what is measured to be known, or to be a floor. */
    static Optional<Goal> of(String figure) {
        return ALL.stream()
                .filter(goal -> goal.name().matcher(figure).matches())
                .findFirst();
    }

    private static Goal atMost(String name, double limit) {
        return new Goal(Pattern.compile(name), false, false, limit);
    }

    private static Goal atLeast(String name, double limit) {
        return new Goal(Pattern.compile(name), false, true, limit);
    }

    private static Goal ofFloorAtLeast(String name, double limit) {
        return new Goal(Pattern.compile(name), true, true, limit);
    }

    private static Goal ofFloorAtMost(String name, double limit) {
        return new Goal(Pattern.compile(name), true, false, limit);
    }
}
