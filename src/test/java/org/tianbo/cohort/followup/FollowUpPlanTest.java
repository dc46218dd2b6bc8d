package org.tianbo.cohort.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.followup.FollowUpPlan.Change;
import org.tianbo.cohort.followup.FollowUpPlan.Due;
import org.tianbo.testsupport.SeededRandom;

class FollowUpPlanTest {

    private static final List<Integer> USUAL = List.of(3, 6, 12);
    private static final LocalDate END = LocalDate.of(2026, 5, 31);

    @Test
    void roundsAreCountedInMonthsFromTheLastDayOfTheClass() {
        assertThat(new FollowUpPlan(USUAL, List.of()).rounds(END))
                .containsExactly(
                        new Due(LocalDate.of(2026, 8, 31), 3),
                        new Due(LocalDate.of(2026, 11, 30), 6),
                        new Due(LocalDate.of(2027, 5, 31), 12));
    }

    @Test
    void whatWasDueBeforeAChangeStaysDueAndTheRestGoesByTheNewMonths() {
        FollowUpPlan plan = new FollowUpPlan(USUAL, List.of(new Change(LocalDate.of(2026, 9, 1), List.of(2, 8, 18))));

        assertThat(plan.rounds(END))
                .containsExactly(
                        new Due(LocalDate.of(2026, 8, 31), 3),
                        new Due(LocalDate.of(2027, 1, 31), 8),
                        new Due(LocalDate.of(2027, 11, 30), 18));
    }

    @Test
    void nobodyBecomesDueBeforeTheDayOfTheChange() {
        FollowUpPlan plan = new FollowUpPlan(USUAL, List.of(new Change(LocalDate.of(2026, 10, 15), List.of(1, 2, 3))));

        assertThat(plan.due(END, 2)).isEqualTo(new Due(LocalDate.of(2026, 10, 15), 2));
        assertThat(plan.due(END, 3)).isEqualTo(new Due(LocalDate.of(2026, 10, 15), 3));
    }

    @Test
    void noRowOfChangesMovesWhatWasDueOrMakesAnythingOverdue() {
        SeededRandom.aThousandTimes(random -> {
            LocalDate day = END;
            List<Change> changes = new ArrayList<>();
            for (int change = 0; change < 5; change++) {
                day = day.plusDays(1 + random.nextInt(300));
                Due before = new FollowUpPlan(USUAL, changes).due(END, 2);
                changes.add(new Change(day, List.of(1, 1 + random.nextInt(36), 36)));
                Due after = new FollowUpPlan(USUAL, changes).due(END, 2);
                if (before.on().isAfter(day)) {
                    assertThat(after.on()).isAfterOrEqualTo(day);
                } else {
                    assertThat(after).isEqualTo(before);
                }
            }
        });
    }
}
