package org.tianbo.cohort.counts;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.Consent;
import org.tianbo.cohort.milestone.Milestones;
import org.tianbo.cohort.progress.Funnel;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.TianboServices;

/** Numbers kept as people go along beside a recount of every row; needs the database, whose triggers keep them. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class CountsIT {

    private static final MilestoneEvidence NOTE = new MilestoneEvidence(MilestoneEvidence.Kind.NOTE, "n");
    private static final int ACTIONS = 150;

    @Inject
    StageCounts counts;

    @Inject
    StageTimes times;

    @Inject
    CountedPeople list;

    @Inject
    CountsFold fold;

    @Inject
    CountsReconciliation reconciliation;

    @Inject
    Cohorts cohorts;

    @Inject
    Milestones milestones;

    @Inject
    CurrentCounty county;

    @Inject
    MeterRegistry meters;

    @Inject
    Clock clock;

    private CountedCounty place;

    @BeforeEach
    void aCounty() throws SQLException {
        place = new CountedCounty();
    }

    @AfterEach
    void remove() throws SQLException {
        place.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void numbersListsAndRecountAgreeWhateverHappened(long seed) throws SQLException {
        Random random = new Random(seed);
        enrol(place.people.get(0), 0);
        for (int action = 0; action < ACTIONS; action++) {
            act(random);
            if (action % 10 == 9) {
                agree(random);
            }
        }
        double before = differences();
        fold();
        inCounty(() -> reconciliation.run(CountedCounty.ID));
        assertThat(differences()).isEqualTo(before);
        agree(random);
    }

    @Test
    void aWrongSumIsFoundAndPutRightAloud() throws SQLException {
        enrol(place.people.get(0), 0);
        fold();
        double before = differences();
        place.execute(
                "update stage_counts set learning = 7 where county = '%s' and grain = 7".formatted(CountedCounty.ID));
        place.execute("insert into county_stage_days values ('%s', 3, 0, '', 1, 5, 9)".formatted(CountedCounty.ID));
        place.execute("update counted_trainees set held = 3 where county = '%s'".formatted(CountedCounty.ID));

        inCounty(() -> reconciliation.run(CountedCounty.ID));
        inCounty(() -> reconciliation.run(CountedCounty.ID));

        assertThat(differences()).isGreaterThan(before);
        agree(new Random(0));
        double settled = differences();
        inCounty(() -> reconciliation.run(CountedCounty.ID));
        assertThat(differences()).isEqualTo(settled);
    }

    @Test
    void daysThatTheReleaseLeftUncountedAreCountedAtNight() throws SQLException {
        enrol(place.people.get(0), 0);
        inCounty(() -> milestones.reached(place.people.get(0), Stage.LEARNING, clock.instant(), NOTE));
        fold();
        place.execute("delete from county_stage_days where county = '%s'".formatted(CountedCounty.ID));

        inCounty(() -> reconciliation.run(CountedCounty.ID));

        List<DaysToStage> right = days(place.recount());
        assertThat(right).isNotEqualTo(days(List.of()));
        assertThat(county.as(CountedCounty.ID, () -> times.days(CountFilter.EVERYBODY)))
                .isEqualTo(right);
    }

    private void act(Random random) throws SQLException {
        UUID person = any(place.people, random);
        switch (random.nextInt(8)) {
            case 0, 1 -> enrol(person, random.nextInt(3));
            case 2 -> leave(person, random);
            case 3 -> place.move(person, any(place.villages, random), any(CountedCounty.CATEGORIES, random));
            case 4 -> inCounty(() -> milestones.lost(person, any(stages(), random), clock.instant(), NOTE, "lost"));
            case 5 -> fold();
            default -> {
                Instant at = clock.instant().minus(Duration.ofHours(random.nextInt(2000)));
                inCounty(() -> milestones.reached(person, any(stages(), random), at, NOTE));
            }
        }
    }

    /** Ninety days ago, so that what follows has had its time. */
    private void enrol(UUID person, int inClass) throws SQLException {
        inCounty(() -> cohorts.enrol(place.classes.get(inClass), Map.of(person, NOTE), Consent.onPaper(person)));
        place.execute(("update enrolments set enrolled_at = now() - interval '90 days'"
                        + " where county = '%s' and trainee = '%s' and enrolled_at > now() - interval '1 day'")
                .formatted(CountedCounty.ID, person));
        inCounty(() -> reconciliation.run(CountedCounty.ID));
    }

    private void leave(UUID person, Random random) {
        UUID cohort = any(place.classes, random);
        if (county.as(CountedCounty.ID, () -> cohorts.trainees(cohort)).contains(person)) {
            inCounty(() -> cohorts.leave(cohort, person, "moved"));
        }
    }

    private void agree(Random random) throws SQLException {
        List<CountedCounty.Counted> right = place.recount();
        for (StageCounts.Side side : StageCounts.Side.values()) {
            CountFilter filter = filter(random);
            List<CountedCounty.Counted> chosen =
                    right.stream().filter(one -> fits(one, filter)).toList();
            Map<String, Funnel> expected = new HashMap<>();
            chosen.stream()
                    .collect(Collectors.groupingBy(one -> key(side, one)))
                    .forEach((key, part) -> expected.put(key, funnel(part)));
            Map<String, Funnel> found = county.as(CountedCounty.ID, () -> counts.by(side, filter).stream()
                    .collect(Collectors.toMap(StageCounts.Part::key, StageCounts.Part::funnel)));
            assertThat(found).as("%s of %s", side, filter).isEqualTo(expected);
            Stage stage = any(Arrays.asList(Stage.values()), random);
            boolean gone = random.nextInt(3) == 0;
            CountedPeople.Wanted wanted = new CountedPeople.Wanted(filter, stage, gone, Optional.empty());
            int behind = (int) chosen.stream()
                    .filter(one -> one.held().containsKey(stage) && (one.gone() || !gone))
                    .count();
            assertThat(county.<List<CountedPeople.Person>>as(
                            CountedCounty.ID,
                            () -> list.page(wanted, Optional.empty(), 1_000).rows()))
                    .as("%s", wanted)
                    .hasSize(behind);
            assertThat(county.<Integer>as(CountedCounty.ID, () -> list.count(wanted)))
                    .as("how many of %s", wanted)
                    .isEqualTo(behind);
            assertThat(county.as(CountedCounty.ID, () -> times.days(filter)))
                    .as("days of %s", filter)
                    .isEqualTo(days(chosen));
        }
    }

    private CountFilter filter(Random random) {
        return new CountFilter(
                maybe(random).map(yes -> any(place.classes, random)),
                maybe(random).map(yes -> "镇" + random.nextInt(2)),
                maybe(random).filter(yes -> random.nextBoolean()).map(yes -> any(place.villages, random)),
                maybe(random).map(yes -> place.villages.subList(0, 3)),
                maybe(random).map(yes -> any(Arrays.asList(AgeBand.values()), random)),
                maybe(random).map(yes -> any(CountedCounty.CATEGORIES, random)));
    }

    private static Optional<Boolean> maybe(Random random) {
        return Optional.of(true).filter(yes -> random.nextInt(4) == 0);
    }

    private boolean fits(CountedCounty.Counted one, CountFilter filter) {
        int village = place.villages.indexOf(one.village());
        return filter.cohort().map(one.cohort()::equals).orElse(true)
                && filter.town().map(("镇" + village / 2)::equals).orElse(true)
                && filter.village().map(one.village()::equals).orElse(true)
                && filter.among().map(all -> all.contains(one.village())).orElse(true)
                && filter.age().map(one.age()::equals).orElse(true)
                && filter.category().map(one.category()::equals).orElse(true);
    }

    private String key(StageCounts.Side side, CountedCounty.Counted one) {
        return switch (side) {
            case NONE -> "";
            case COHORT -> one.cohort().toString();
            case TOWN -> "镇" + place.villages.indexOf(one.village()) / 2;
            case VILLAGE -> one.village().toString();
            case AGE -> Integer.toString(one.age().ordinal());
            case CATEGORY -> one.category();
        };
    }

    private static Funnel funnel(List<CountedCounty.Counted> part) {
        Map<Stage, Integer> atStage = Arrays.stream(Stage.values())
                .collect(Collectors.toMap(Function.identity(), stage -> (int) part.stream()
                        .filter(one -> one.held().containsKey(stage))
                        .count()));
        return Funnel.of(
                part.size(),
                (int) part.stream().filter(CountedCounty.Counted::gone).count(),
                atStage);
    }

    private static List<DaysToStage> days(List<CountedCounty.Counted> part) {
        Map<Stage, TreeMap<Integer, Integer>> byStage = new HashMap<>();
        for (CountedCounty.Counted one : part) {
            Instant before = null;
            for (Stage stage : Stage.values()) {
                if (one.held().containsKey(stage)) {
                    Instant at = one.held().get(stage).toInstant();
                    if (before != null) {
                        int days = (int) Math.max(
                                0, Math.floorDiv(Duration.between(before, at).toMillis(), 86_400_000L));
                        byStage.computeIfAbsent(stage, any -> new TreeMap<>()).merge(days, 1, Integer::sum);
                    }
                    before = at;
                }
            }
        }
        return stages().stream()
                .map(stage -> DaysToStage.of(stage, byStage.getOrDefault(stage, new TreeMap<>())))
                .toList();
    }

    private static List<Stage> stages() {
        return Arrays.asList(Stage.values()).subList(1, Stage.values().length);
    }

    private static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private double differences() {
        return meters.counter("tianbo.derived.differences", "table", "counted_trainees")
                        .count()
                + meters.counter("tianbo.derived.differences", "table", "stage_counts")
                        .count();
    }

    private void fold() {
        inCounty(() -> fold.run(CountedCounty.ID));
    }

    private void inCounty(Runnable work) {
        county.run(CountedCounty.ID, work);
    }
}
