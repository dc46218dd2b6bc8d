package org.tianbo.cohort.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tianbo.cohort.CohortSettings;
import org.tianbo.cohort.followup.FollowUpPlan;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.Zones;

/**
 * How many trainees answered what, by class and round, as it is counted with each answer. Answers are published
 * {@value #FEWEST} at a time as they came: were each shown by itself, whoever looks before and after would know who
 * said it.
 */
@ApplicationScoped
public class SatisfactionCounts {

    /**
     * As many answers are published at once; of fewer it could be guessed who said what. The database counts faces by
     * the same number: see its function {@code satisfaction_of}.
     */
    public static final int FEWEST = 5;

    private static final int MOST_WORDS = 200;

    /** Everybody ever in a class as the county's numbers have it. */
    private static final String CLASSES =
            """
            select c.id, c.name, c.ends_on, (coalesce((select s.enrolled from stage_counts s
                    where s.county = c.county and s.cohort = c.id and s.grain = 7), 0) + coalesce(x.enrolled, 0))::int
                as asked
            from cohorts c
            left join (select cohort, sum(sign) as enrolled from count_changes where county = ? group by cohort) x
                on x.cohort = c.id
            where c.county = ? and c.ends_on < ?%s order by c.ends_on desc, c.id limit ?
            """;

    private static final String BEHIND =
            """
            \sand exists (select 1 from cohorts l where l.county = c.county and l.id = ?
                and (c.ends_on < l.ends_on or c.ends_on = l.ends_on and c.id > l.id))""";

    /** One answer of each trainee: were it a later one, a changed number would tell whose it is. */
    private static final String IN_ORDER =
            """
            with first as (
                select distinct on (a.cohort, a.round, a.trainee) a.cohort, a.round, a.face, a.words, a.id,
                    a.received_at
                from satisfaction_answers a where a.county = ? and a.cohort = any(?::uuid[])
                order by a.cohort, a.round, a.trainee, a.received_at, a.id),
            placed as (
                select *, count(*) over (partition by cohort, round) as n,
                    row_number() over (partition by cohort, round order by received_at, id) as place
                from first)
            """;

    private static final String IN_FULL_BLOCK = "place <= n / " + FEWEST + " * " + FEWEST;

    private static final String FACES = "select cohort, round, answered, good, fair, poor from satisfaction_counts"
            + " where county = ? and cohort = any(?::uuid[])";

    private static final String WORDS = IN_ORDER
            + "select words from placed where round = ? and words <> '' and " + IN_FULL_BLOCK
            + " order by md5(id::text) limit " + MOST_WORDS;

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
     * @param answered how many of them answered
     * @param faces of the answers that are published
     */
    public record Round(
            UUID cohort, String className, int number, int months, int asked, int answered, Map<Face, Integer> faces) {

        public Round {
            faces = Map.copyOf(faces);
        }

        public int published() {
            return faces.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Of those asked, rounded down: 100 only where all answered. */
        public int percent() {
            return asked == 0 ? 0 : answered * 100 / asked;
        }

        /** Whether there are enough answers to show anything of them. */
        public boolean isEnough() {
            return published() >= FEWEST;
        }

        /** Whether all who are published chose the same; then it would be known of everybody. */
        public boolean isUnanimous() {
            return faces.containsValue(published());
        }

        public int of(Face face) {
            return faces.getOrDefault(face, 0);
        }
    }

    /** A class that has ended. */
    private record Ended(UUID cohort, String name, LocalDate endsOn, int asked) {}

    /**
     * Of a page of the classes that have ended, the last one first, each round that is due, the latest first. Where
     * none is due yet, a page may have no rounds.
     *
     * @param after the last class of the page before
     */
    @Transactional
    public Page<Round, UUID> rounds(Optional<UUID> after, int classes) {
        LocalDate today = clock.instant().atZone(Zones.SHANGHAI).toLocalDate();
        Page<Ended, UUID> page = Page.of(ended(today, after, classes + 1), classes, Ended::cohort);
        Map<String, RoundAnswers> answers = reads
                .rows(
                        FACES,
                        SatisfactionCounts::roundAnswers,
                        county.id(),
                        page.rows().stream().map(Ended::cohort).toList())
                .stream()
                .collect(Collectors.toMap(RoundAnswers::key, Function.identity()));
        FollowUpPlan plan = FollowUpPlan.of(settings);
        List<Round> rounds = new ArrayList<>();
        for (Ended ended : page.rows()) {
            List<FollowUpPlan.Due> due = plan.rounds(ended.endsOn());
            for (int number = FollowUpPlan.ROUNDS; number > 0; number--) {
                if (!due.get(number - 1).on().isAfter(today)) {
                    RoundAnswers of = answers.getOrDefault(RoundAnswers.key(ended.cohort(), number), RoundAnswers.NONE);
                    rounds.add(new Round(
                            ended.cohort(),
                            ended.name(),
                            number,
                            due.get(number - 1).months(),
                            ended.asked(),
                            of.answered(),
                            of.faces()));
                }
            }
        }
        return new Page<>(rounds, page.next());
    }

    private List<Ended> ended(LocalDate today, Optional<UUID> after, int most) {
        List<Object> values = new ArrayList<>(List.of(county.id(), county.id(), today));
        after.ifPresent(values::add);
        values.add(most);
        return reads.rows(
                CLASSES.formatted(after.isPresent() ? BEHIND : ""),
                row -> new Ended(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("ends_on", LocalDate.class),
                        row.getInt("asked")),
                values.toArray());
    }

    /** What was answered in a round, as it is counted. */
    private record RoundAnswers(String key, int answered, Map<Face, Integer> faces) {

        static final RoundAnswers NONE = new RoundAnswers("", 0, Map.of());

        static String key(UUID cohort, int round) {
            return cohort + " " + round;
        }
    }

    private static RoundAnswers roundAnswers(ResultSet row) throws SQLException {
        Map<Face, Integer> faces = new EnumMap<>(Face.class);
        for (Face face : Face.values()) {
            faces.put(face, row.getInt(face.name().toLowerCase(Locale.ROOT)));
        }
        return new RoundAnswers(
                RoundAnswers.key(row.getObject("cohort", UUID.class), row.getInt("round")),
                row.getInt("answered"),
                faces);
    }

    /** The sentences that are published, without names and in no order that tells whose they are. */
    @Transactional
    public List<String> words(UUID cohort, int round) {
        return reads.rows(WORDS, row -> row.getString("words"), county.id(), List.of(cohort), round);
    }
}
