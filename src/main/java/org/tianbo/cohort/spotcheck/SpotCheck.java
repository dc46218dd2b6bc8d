package org.tianbo.cohort.spotcheck;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A sample as it was drawn.
 *
 * @param cohort null for all classes, whose name is empty then
 * @param wanted so many, or so many of a hundred
 * @param size how many were drawn
 * @param population how many there were
 * @param digest of the population
 * @param by name of who drew it
 */
public record SpotCheck(
        UUID id,
        UUID cohort,
        String className,
        LocalDate from,
        LocalDate to,
        int wanted,
        boolean percent,
        String seed,
        int size,
        int population,
        String digest,
        String by,
        Instant at) {

    /** What came of a call. */
    public enum Result {
        NOT_REACHED,
        CONFIRMED,
        CONTRADICTED
    }

    /** One call. */
    public record Call(Result result, String words, String by, Instant at) {}

    /**
     * One visit of the sample.
     *
     * @param mobile empty for those who may not call
     * @param calls in order
     */
    public record Line(
            int ordinal,
            UUID visit,
            UUID cohort,
            UUID trainee,
            int round,
            String name,
            String village,
            String mobile,
            LocalDate on,
            UUID visitor,
            String visitorName,
            List<Call> calls) {

        /** What the last call that was answered says; null while none was. */
        public Result answer() {
            return calls.stream()
                    .map(Call::result)
                    .filter(result -> result != Result.NOT_REACHED)
                    .reduce((earlier, later) -> later)
                    .orElse(null);
        }

        public long tries() {
            return calls.stream()
                    .filter(call -> call.result() == Result.NOT_REACHED)
                    .count();
        }

        /** The page of the visit, without its host. */
        public String address() {
            return "/follow-up/" + cohort + "/" + trainee + "/" + round;
        }
    }

    /** How far the calls have come, out of the size of the sample. */
    public record Progress(int size, int answered, int confirmed, int contradicted, int onlyTried) {

        public static Progress of(List<Line> lines) {
            int confirmed = count(lines, Result.CONFIRMED);
            int contradicted = count(lines, Result.CONTRADICTED);
            int tried = Math.toIntExact(lines.stream()
                    .filter(line -> line.answer() == null && line.tries() > 0)
                    .count());
            return new Progress(lines.size(), confirmed + contradicted, confirmed, contradicted, tried);
        }

        private static int count(List<Line> lines, Result result) {
            return Math.toIntExact(
                    lines.stream().filter(line -> line.answer() == result).count());
        }
    }
}
