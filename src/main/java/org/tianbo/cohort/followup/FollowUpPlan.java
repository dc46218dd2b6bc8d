package org.tianbo.cohort.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.tianbo.cohort.CohortSettings;
import org.tianbo.platform.time.Zones;
import org.tianbo.settings.SettingValues;

/**
 * When each round of visits is due, counted from a class's last day. A change of the county's months moves only what
 * was not due when it was made: what was due stays due since its day, and nothing becomes due before the change.
 */
public final class FollowUpPlan {

    /** The visits of one trainee are numbered from 1 to this. */
    public static final int ROUNDS = CohortSettings.ROUNDS.size();

    private final List<Integer> usual;
    private final List<Change> changes;

    /**
     * @param usual months until the first, second and third visit
     * @param changes the oldest first
     */
    FollowUpPlan(List<Integer> usual, List<Change> changes) {
        this.usual = List.copyOf(usual);
        this.changes = List.copyOf(changes);
    }

    /** The county counted by these months from that day on. */
    record Change(LocalDate on, List<Integer> months) {}

    /** The day, and the months by which it was reckoned. */
    public record Due(LocalDate on, int months) {}

    public static FollowUpPlan of(CohortSettings settings) {
        return new FollowUpPlan(
                months(settings.usualRounds()),
                settings.roundsSince().stream()
                        .map(since ->
                                new Change(since.at().atZone(Zones.SHANGHAI).toLocalDate(), months(since.values())))
                        .toList());
    }

    /** @param round from 1 */
    public Due due(LocalDate classEnd, int round) {
        Due due = after(classEnd, usual.get(round - 1));
        for (Change change : changes) {
            if (!due.on().isAfter(change.on())) {
                return due;
            }
            Due moved = after(classEnd, change.months().get(round - 1));
            due = moved.on().isBefore(change.on()) ? new Due(change.on(), moved.months()) : moved;
        }
        return due;
    }

    /** All rounds of a class, in order. */
    public List<Due> rounds(LocalDate classEnd) {
        return IntStream.rangeClosed(1, ROUNDS)
                .mapToObj(round -> due(classEnd, round))
                .toList();
    }

    private static Due after(LocalDate classEnd, int months) {
        return new Due(classEnd.plusMonths(months), months);
    }

    private static List<Integer> months(SettingValues values) {
        return CohortSettings.ROUNDS.stream().map(values::whole).toList();
    }
}
