package org.tianbo.cohort.page.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.counts.CountChoices.Choices;
import org.tianbo.cohort.counts.CountChoices.ClassChoice;
import org.tianbo.cohort.counts.StageCounts;
import org.tianbo.cohort.progress.Funnel;
import org.tianbo.people.StaffVillages;

class DashboardFormTest {

    private static final int MANY = 502;

    private final Choices choices = new Choices(
            IntStream.range(0, MANY)
                    .mapToObj(number -> new ClassChoice(new UUID(1, number), "class " + number))
                    .toList(),
            List.of(),
            List.of());

    @Test
    void theListOfClassesEndsWithTheOneThatIsChosenHoweverLongAgoItBegan() {
        List<DashboardForm.Option> offered = DashboardForm.of(of(MANY - 1), choices, StaffVillages.Villages.ALL)
                .classes();
        assertThat(offered).hasSize(501);
        assertThat(offered.get(500).words()).isEqualTo("class 501");
        assertThat(DashboardForm.of(of(1), choices, StaffVillages.Villages.ALL).classes())
                .hasSize(500);
    }

    @Test
    void theClassThatBeganFirstHasItsNameBesideTheOthers() {
        List<StageCounts.Part> parts = List.of(part(MANY - 1), part(0));
        assertThat(SideBySide.of(StageCounts.Side.COHORT, parts, choices, of(0)).rows())
                .extracting(SideBySide.Row::words)
                .containsExactly("class 0", "class 501");
    }

    @Test
    void hundredsOfClassesStandBesideEachOtherAPageAtATimeEachOfThemOnce() {
        List<StageCounts.Part> parts =
                IntStream.range(0, MANY).mapToObj(DashboardFormTest::part).toList();
        List<String> seen = new ArrayList<>();
        String after = "";
        SideBySide page;
        do {
            DashboardQuery query = new DashboardQuery("", "", "", "", "cohort", "", false, after, "");
            page = SideBySide.page(StageCounts.Side.COHORT, parts, choices, query, 40);
            assertThat(page.begins()).isEqualTo(seen.size() + 1);
            page.rows().forEach(row -> seen.add(row.words()));
            assertThat(page.ends()).isEqualTo(seen.size());
            after = page.next().replaceAll(".*after=", "");
        } while (!page.next().isEmpty());
        assertThat(page.size()).isEqualTo(MANY);
        assertThat(seen)
                .isEqualTo(choices.classes().stream().map(ClassChoice::name).toList());
    }

    @Test
    void aPageBehindAClassThatIsNotThereBeginsAnew() {
        DashboardQuery query = new DashboardQuery("", "", "", "", "cohort", "", false, "x", "");
        assertThat(SideBySide.page(StageCounts.Side.COHORT, List.of(part(0), part(1)), choices, query, 1)
                        .rows())
                .extracting(SideBySide.Row::words)
                .containsExactly("class 0");
    }

    private static StageCounts.Part part(int number) {
        return new StageCounts.Part(new UUID(1, number).toString(), Funnel.of(1, 0, Map.of()));
    }

    private static DashboardQuery of(int number) {
        return new DashboardQuery(new UUID(1, number).toString(), "", "", "", "", "", false, "", "");
    }
}
