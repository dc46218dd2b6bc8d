package org.tianbo.cohort.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.CohortSettings;
import org.tianbo.cohort.NotEnrolled;
import org.tianbo.cohort.SatisfactionAsked;
import org.tianbo.cohort.enrolment.EnrolmentRepository;
import org.tianbo.cohort.followup.FollowUpPlan;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.Zones;

/** Asks trainees how it goes, and keeps what they say. */
@ApplicationScoped
public class Satisfaction implements SatisfactionAsked {

    /** Letters of the sentence. */
    public static final int LONGEST = 200;

    private static final Logger LOG = Logger.getLogger(Satisfaction.class);
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cntrl}");

    private static final String APPEND =
            """
            insert into satisfaction_answers (county, id, cohort, trainee, round, face, words, said_at, received_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id
            """;

    /** The rounds that were answered, between commas. */
    private static final String CLASSES =
            """
            select c.id, c.name, c.ends_on, (select string_agg(distinct a.round::text, ',') from satisfaction_answers a
                where a.county = e.county and a.cohort = e.cohort and a.trainee = e.trainee) as answered
            from enrolments e join cohorts c on c.county = e.county and c.id = e.cohort
            where e.county = ? and e.trainee = ? and c.ends_on < ? order by c.ends_on desc, c.id
            """;

    private final EnrolmentRepository enrolments;
    private final CohortSettings settings;
    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final Clock clock;

    Satisfaction(
            EnrolmentRepository enrolments,
            CohortSettings settings,
            CountyReads reads,
            CountyWrites writes,
            CurrentCounty county,
            Clock clock) {
        this.enrolments = enrolments;
        this.settings = settings;
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.clock = clock;
    }

    /**
     * What a trainee says.
     *
     * @param id named by the phone or the page
     * @param face null where none was chosen
     * @param words one sentence; null or empty for none
     * @param said when, by the phone's clock
     */
    public record Answer(UUID id, UUID cohort, UUID trainee, int round, Face face, String words, Instant said) {}

    /**
     * Of the class that ended last, and of the last round that is due: nobody is asked for a time long past.
     *
     * <p>A class is asked from the day its follow-up visit is due, so that both go by one setting of the county's.
     */
    @Override
    public Optional<Asked> of(UUID trainee) {
        LocalDate today = clock.instant().atZone(Zones.SHANGHAI).toLocalDate();
        List<Ended> ended = reads.rows(
                CLASSES,
                row -> new Ended(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("ends_on", LocalDate.class),
                        List.of(Objects.toString(row.getString("answered"), "").split(","))),
                county.id(),
                trainee,
                today);
        if (ended.isEmpty()) {
            return Optional.empty();
        }
        FollowUpPlan plan = FollowUpPlan.of(settings);
        return ended.stream().flatMap(one -> one.asked(plan, today).stream()).findFirst();
    }

    /** A class that is over. */
    private record Ended(UUID cohort, String name, LocalDate on, List<String> answered) {

        Optional<Asked> asked(FollowUpPlan plan, LocalDate today) {
            List<FollowUpPlan.Due> rounds = plan.rounds(on);
            int round = (int)
                    rounds.stream().filter(due -> !due.on().isAfter(today)).count();
            return round == 0 || answered.contains(Integer.toString(round))
                    ? Optional.empty()
                    : Optional.of(
                            new Asked(cohort, name, round, rounds.get(round - 1).months()));
        }
    }

    /**
     * Keeps an answer once, however often it is sent. A clock that is wrong loses nothing: what it says is kept beside
     * when the answer came.
     *
     * @return whether it is new
     * @throws NotEnrolled for a class the trainee was never in
     * @throws Refused when there is no face or the sentence is too long
     */
    @Transactional
    public boolean keep(Answer answer) {
        enrolments.of(answer.cohort(), answer.trainee()).orElseThrow(NotEnrolled::new);
        if (answer.round() < 1 || answer.round() > FollowUpPlan.ROUNDS || answer.face() == null) {
            throw CohortRefused.because("face", "cohort.face-missing");
        }
        String words = UNSEEN.matcher(Objects.toString(answer.words(), ""))
                .replaceAll(" ")
                .strip();
        if (words.length() > LONGEST) {
            throw CohortRefused.because("words", "cohort.sentence-too-long");
        }
        boolean fresh = !writes.returning(
                        APPEND,
                        row -> row.getObject(1),
                        county.id(),
                        answer.id(),
                        answer.cohort(),
                        answer.trainee(),
                        answer.round(),
                        answer.face().name(),
                        words,
                        answer.said(),
                        clock.instant())
                .isEmpty();
        if (fresh) {
            LOG.infof("An answer to round %d of class %s came in", answer.round(), answer.cohort());
        }
        return fresh;
    }
}
