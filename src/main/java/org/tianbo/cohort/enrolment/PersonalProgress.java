package org.tianbo.cohort.enrolment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tianbo.platform.privacy.PersonalData;
import org.tianbo.platform.privacy.PersonalKind;
import org.tianbo.platform.privacy.PersonalRecords;
import org.tianbo.platform.privacy.PersonalRows;

/** Somebody's classes and how far they came, and what visitors and callers wrote down. */
@ApplicationScoped
class PersonalProgress implements PersonalData {

    private static final String ENROLMENTS =
            """
            select c.name as class, e.consent, e.enrolled_at, e.left_at, e.left_reason, e.earlier_courses
            from enrolments e join cohorts c on c.county = e.county and c.id = e.cohort
            where e.county = ? and e.trainee = ? order by e.enrolled_at
            """;

    private static final String JOIN_REQUESTS =
            """
            select name, mobile as phone, asked_at, state from join_requests
            where county = ? and person = ? order by asked_at
            """;

    private static final String MILESTONES =
            """
            select stage, change, at, reason from milestones where county = ? and trainee = ? order by at
            """;

    private static final String CALLS =
            """
            select outcome, again_on, note, at from calls where county = ? and trainee = ? order by at
            """;

    private static final String VISITS =
            """
            select method, outcome, visited_on, store_state, store_why, income_fen, income_month, help,
                next_step, satisfaction, satisfaction_words, latitude, longitude, withdrawn
            from follow_up_visits where county = ? and trainee = ? order by received_at
            """;

    private static final String CLASSES =
            "select cohort from enrolments where county = ? and trainee = ? and left_at is null";

    /** In the order in which whatever changes enrolments of several classes takes them. */
    private static final String LOCK =
            "select cohort from enrolments where county = ? and trainee = ? order by cohort for no key update";

    private static final String NO_EARLIER_COURSES =
            """
            update enrolments set earlier_courses = '' where county = ? and trainee = ? and earlier_courses <> ''
            returning id
            """;

    /** Why they left their class; a sign that needs no language. */
    private static final String ERASED = "×";

    private final Cohorts cohorts;
    private final PersonalRows rows;

    PersonalProgress(Cohorts cohorts, PersonalRows rows) {
        this.cohorts = cohorts;
        this.rows = rows;
    }

    @Override
    public List<PersonalRecords> records() {
        return List.of(
                new PersonalRecords(PersonalKind.ENROLMENTS, "enrolments", ENROLMENTS),
                new PersonalRecords(PersonalKind.JOIN_REQUESTS, "join_requests", JOIN_REQUESTS),
                new PersonalRecords(PersonalKind.MILESTONES, "milestones", MILESTONES),
                new PersonalRecords(PersonalKind.CALLS, "calls", CALLS),
                new PersonalRecords(PersonalKind.VISITS, "follow_up_visits", VISITS));
    }

    /** In one transaction: what is locked first stays so until all is erased. */
    @Override
    public void erase(UUID person) {
        QuarkusTransaction.requiringNew().run(() -> {
            rows.texts(LOCK, person);
            rows.texts(CLASSES, person).forEach(cohort -> cohorts.leave(UUID.fromString(cohort), person, ERASED));
            rows.erase(NO_EARLIER_COURSES, person);
            rows.erase("select erase_from_cohort(?, ?)", person);
        });
    }
}
