package org.tianbo.cohort.satisfaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tianbo.cohort.CohortSettings;
import org.tianbo.cohort.followup.FollowUpPlan;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.Zones;

/** How many trainees answered what, by class and round; of fewer than {@value #FEWEST} answers only their number. */
@ApplicationScoped
public class SatisfactionCounts {

    /** Of fewer answers it could be guessed who said what. */
    public static final int FEWEST = 5;

    private static final int MOST_WORDS = 200;

    private static final String CLASSES =
            """
            select c.id, c.name, c.ends_on,
                (select count(*) from enrolments e where e.county = c.county and e.cohort = c.id) as asked
            from cohorts c where c.county = ? and c.ends_on < ? order by c.ends_on desc, c.id limit 200
            """;

    private static final String LAST =
            """
            select distinct on (a.cohort, a.round, a.trainee) a.cohort, a.round, a.face, a.words, a.id
            from satisfaction_answers a where a.county = ?
            """;

    private static final String IN_ORDER = " order by a.cohort, a.round, a.trainee, a.received_at desc, a.id desc";

    private final CohortSettings settings;
    private final CountyReads reads;
    private final CurrentCounty county;
    private final Clock clock;

    SatisfactionCounts(CohortSettings settings, CountyReads reads, CurrentCounty county, Clock clock) {
        this.settings = settings;
        this.reads = reads;
        this.county = county;
        this.clock = clock;
    }

    /**
     * What a class answered in one round.
     *
     * @param asked everybody who was ever in the class, whoever left included
     */
    public record Round(UUID cohort, String className, int number, int months, int asked, Map<Face, Integer> faces) {

        public Round {
            faces = Map.copyOf(faces);
        }

        public int answered() {
            return faces.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Of those asked, rounded down: 100 only where all answered. */
        public int percent() {
            return asked == 0 ? 0 : answered() * 100 / asked;
        }

        /** Whether there are enough answers to show which they were. */
        public boolean isShown() {
            return answered() >= FEWEST;
        }

        public int of(Face face) {
            return faces.getOrDefault(face, 0);
        }
    }

    /** Of the classes that ended last, each round that is due, the latest first. */
    @Transactional
    public List<Round> rounds() {
        LocalDate today = clock.instant().atZone(Zones.SHANGHAI).toLocalDate();
        Map<String, Map<Face, Integer>> given = new HashMap<>();
        reads.rows(
                "select cohort, round, face, count(*) as n from (" + LAST + IN_ORDER + ") as last group by 1, 2, 3",
                row -> given.computeIfAbsent(
                                row.getString("cohort") + row.getInt("round"), key -> new EnumMap<>(Face.class))
                        .put(Face.valueOf(row.getString("face")), row.getInt("n")),
                county.id());
        FollowUpPlan plan = FollowUpPlan.of(settings);
        List<Round> rounds = new ArrayList<>();
        reads.rows(
                CLASSES,
                row -> {
                    UUID cohort = row.getObject("id", UUID.class);
                    List<FollowUpPlan.Due> due = plan.rounds(row.getObject("ends_on", LocalDate.class));
                    for (int number = FollowUpPlan.ROUNDS; number > 0; number--) {
                        if (!due.get(number - 1).on().isAfter(today)) {
                            rounds.add(new Round(
                                    cohort,
                                    row.getString("name"),
                                    number,
                                    due.get(number - 1).months(),
                                    row.getInt("asked"),
                                    given.getOrDefault(cohort.toString() + number, Map.of())));
                        }
                    }
                    return cohort;
                },
                county.id(),
                today);
        return rounds;
    }

    /**
     * The sentences of a class in one round, without names and in no order that tells whose they are; none while there
     * are fewer than {@value #FEWEST} answers.
     */
    @Transactional
    public List<String> words(UUID cohort, int round) {
        return reads.rows(
                "with last as (" + LAST + " and a.cohort = ? and a.round = ?" + IN_ORDER + ")"
                        + " select words from last where words <> '' and (select count(*) from last) >= " + FEWEST
                        + " order by md5(id::text) limit " + MOST_WORDS,
                row -> row.getString("words"),
                county.id(),
                cohort,
                round);
    }
}
