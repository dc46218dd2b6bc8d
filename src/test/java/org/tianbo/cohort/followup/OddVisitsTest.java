package org.tianbo.cohort.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.CohortSettings.OddFrom;
import org.tianbo.cohort.followup.OddVisits.Around;
import org.tianbo.cohort.followup.OddVisits.Found;
import org.tianbo.cohort.followup.VisitReport.Method;
import org.tianbo.cohort.followup.VisitReport.Outcome;
import org.tianbo.cohort.followup.VisitReport.Place;
import org.tianbo.platform.data.Ids;

class OddVisitsTest {

    private static final LocalDate END = LocalDate.of(2026, 6, 1);
    private static final LocalDate DUE = LocalDate.of(2026, 9, 1);
    private static final Instant BEGUN = Instant.parse("2026-09-03T02:00:00Z");
    private static final OddFrom ODD = new OddFrom(Duration.ofMinutes(1), Duration.ofMinutes(5), 12, 10);
    private static final Place VILLAGE = new Place(33.75, 111.05, 20);
    private static final List<Place> VISITED = List.of(VILLAGE, new Place(33.76, 111.06, 30), VILLAGE);

    @Test
    void anOrdinaryVisitIsNotOdd() {
        assertThat(found(visit(report(Method.IN_PERSON, Duration.ofMinutes(20), VILLAGE)), 12, List.of(), VISITED))
                .isEmpty();
    }

    @Test
    void aVisitIsTooShortSoonerThanACall() {
        Duration three = Duration.ofMinutes(3);

        assertThat(found(visit(report(Method.IN_PERSON, three, null)), 1, List.of(), List.of()))
                .containsExactly(new Found(Flag.Kind.TOO_SHORT, null, 180));
        assertThat(found(visit(report(Method.PHONE, three, null)), 1, List.of(), List.of()))
                .isEmpty();
        assertThat(found(visit(report(Method.PHONE, Duration.ofMinutes(-9), null)), 1, List.of(), List.of()))
                .containsExactly(new Found(Flag.Kind.TOO_SHORT, null, 0));
    }

    @Test
    void oneVisitorWithTooManyOnADayAndTheSameWordsAreShown() {
        UUID other = Ids.next();

        assertThat(found(visit(report(Method.IN_PERSON, Duration.ofMinutes(20), null)), 13, List.of(other), List.of()))
                .containsExactly(
                        new Found(Flag.Kind.MANY_A_DAY, null, 13), new Found(Flag.Kind.SAME_WORDS, other, null));
    }

    @Test
    void farFromWhereTheVillagesOtherVisitsWereIsShownOnlyWhereThatIsKnown() {
        Visit far = visit(report(Method.IN_PERSON, Duration.ofMinutes(20), new Place(34.75, 111.05, 50)));

        assertThat(found(far, 1, List.of(), VISITED)).containsExactly(new Found(Flag.Kind.OUT_OF_PLACE, null, 111));
        assertThat(found(far, 1, List.of(), VISITED.subList(0, 2))).isEmpty();
        Visit vague = visit(report(Method.IN_PERSON, Duration.ofMinutes(20), new Place(34.75, 111.05, 120_000)));
        assertThat(found(vague, 1, List.of(), VISITED)).isEmpty();
        Visit call = visit(report(Method.PHONE, Duration.ofMinutes(20), new Place(34.75, 111.05, 50)));
        assertThat(found(call, 1, List.of(), VISITED)).isEmpty();
    }

    @Test
    void aDayThatCannotBeAndOneToldLongAfterwardsAreShown() {
        VisitReport told = report(Method.IN_PERSON, Duration.ofMinutes(20), null);

        assertThat(found(visit(on(told, END.minusDays(1)), END.minusDays(1)), 1, List.of(), List.of()))
                .containsExactly(new Found(Flag.Kind.ODD_DATE, null, null));
        assertThat(found(visit(on(told, DUE.plusYears(1)), DUE), 1, List.of(), List.of()))
                .containsExactly(new Found(Flag.Kind.ODD_DATE, null, null));
        assertThat(found(visit(on(told, DUE.minusDays(15)), DUE.minusDays(15)), 1, List.of(), List.of()))
                .containsExactly(new Found(Flag.Kind.ODD_DATE, null, null));
        Visit late = new Visit(
                Ids.next(),
                Ids.next(),
                Ids.next(),
                1,
                told,
                told.on(),
                null,
                Ids.next(),
                BEGUN.plus(Duration.ofDays(31)),
                null,
                "",
                false);
        assertThat(found(late, 1, List.of(), List.of())).containsExactly(new Found(Flag.Kind.LATE, null, 31));
    }

    @Test
    void theSameWordsAreTheSameHoweverTheyAreSet() {
        VisitReport one = words("帮她换了主图，教她看后台数据");
        VisitReport other = words("帮她换了主图。教她看后台数据！");

        assertThat(one.textDigest()).isNotNull().isEqualTo(other.textDigest());
        assertThat(words("都好").textDigest()).isNull();
    }

    @Test
    void onlyWhatTheOfficeSawFaceToFaceIsVerified() {
        VisitReport.Income screen =
                new VisitReport.Income(120_000, YearMonth.of(2026, 8), VisitReport.Seen.PLATFORM_SCREEN);
        VisitReport.Income told = new VisitReport.Income(120_000, YearMonth.of(2026, 8), VisitReport.Seen.TOLD);

        assertThat(income(Method.IN_PERSON, screen).claim(true)).isEqualTo(VisitReport.Claim.VERIFIED);
        assertThat(income(Method.IN_PERSON, screen).claim(false)).isEqualTo(VisitReport.Claim.SELF_REPORTED);
        assertThat(income(Method.PHONE, screen).claim(true)).isEqualTo(VisitReport.Claim.SELF_REPORTED);
        assertThat(income(Method.IN_PERSON, told).claim(true)).isEqualTo(VisitReport.Claim.SELF_REPORTED);
    }

    private static List<Found> found(Visit visit, int thatDay, List<UUID> sameWords, List<Place> places) {
        return OddVisits.in(visit, new Around(END, DUE, 14, 30, thatDay, sameWords, places), ODD);
    }

    private static Visit visit(VisitReport report) {
        return visit(report, report.on());
    }

    private static Visit visit(VisitReport report, LocalDate countsOn) {
        return new Visit(
                Ids.next(),
                Ids.next(),
                Ids.next(),
                1,
                report,
                countsOn,
                null,
                Ids.next(),
                report.on().isBefore(DUE)
                        ? report.on().atStartOfDay(ZoneOffset.UTC).toInstant()
                        : BEGUN,
                null,
                "",
                false);
    }

    private static VisitReport report(Method method, Duration took, Place place) {
        return report(method, took, place, null, "");
    }

    private static VisitReport words(String help) {
        return report(Method.PHONE, Duration.ofMinutes(5), null, null, help);
    }

    private static VisitReport income(Method method, VisitReport.Income income) {
        return report(method, Duration.ofMinutes(5), null, income, "");
    }

    private static VisitReport report(
            Method method, Duration took, Place place, VisitReport.Income income, String help) {
        return new VisitReport(
                method,
                Outcome.MET,
                LocalDate.of(2026, 9, 3),
                BEGUN,
                BEGUN.plus(took),
                VisitReport.StoreState.OPEN,
                "",
                income,
                help,
                "",
                null,
                "",
                place);
    }

    private static VisitReport on(VisitReport report, LocalDate day) {
        return new VisitReport(
                report.method(),
                report.outcome(),
                day,
                report.begun(),
                report.ended(),
                report.store(),
                "",
                null,
                "",
                "",
                null,
                "",
                null);
    }
}
