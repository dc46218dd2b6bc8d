package org.tianbo.learning.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.people.Mentorships;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/**
 * How often the database is asked does not grow with how many things are asked about. Needs the statements that are
 * really sent.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class StatementsIT extends CountedCounty {

    @Inject
    PhoneRecords phones;

    @Inject
    Curriculum curriculum;

    @Inject
    Mentorships mentorships;

    @Inject
    CurrentCounty county;

    @Test
    void anEveningOfRecordsIsTakenLikeOneOfTwo() {
        List<LessonSummary> lessons = curriculum.courses().stream()
                .flatMap(course -> course.lessons().stream())
                .toList();
        String warm = joined("counted-warm", Roles.TRAINEE);
        String few = joined("counted-few", Roles.TRAINEE);
        String many = joined("counted-many", Roles.TRAINEE);
        phones.send(warm, call(lessons, FEW));

        long fewer = statements(() -> phones.send(few, call(lessons, FEW)));

        assertThat(statements(() -> phones.send(many, call(lessons, MANY)))).isLessThanOrEqualTo(fewer + SLACK);
    }

    @Test
    void aMentorIsGivenFortyTraineesAsTwo() {
        UUID mentor = newcomers.join(COUNTY, "counted-mentor", Roles.MENTOR);
        long fewer = statements(() -> give(mentor, 1, FEW));

        assertThat(statements(() -> give(mentor, FEW + 1, FEW + MANY))).isLessThanOrEqualTo(fewer + SLACK);
    }

    @Test
    void aClassPageReadsNoMoreOfALargeClass() throws SQLException {
        String officer = joined("counted-officer", Roles.OFFICER);
        UUID cohort = UUID.nameUUIDFromBytes("counted class".getBytes(StandardCharsets.UTF_8));
        as(("insert into cohorts (county, id, name, starts_on, ends_on, opened_at) values ('%s', '%s', 'c', "
                        + "now(), now(), now())")
                .formatted(COUNTY, cohort));
        idle(cohort, 1, 6);
        page(officer, "/cohorts/" + cohort);
        long fewer = loaded(() -> page(officer, "/cohorts/" + cohort));
        long fewerStatements = statements(() -> page(officer, "/cohorts/" + cohort));
        idle(cohort, 7, FEW + MANY);

        assertThat(loaded(() -> page(officer, "/cohorts/" + cohort))).isEqualTo(fewer);
        assertThat(statements(() -> page(officer, "/cohorts/" + cohort))).isLessThanOrEqualTo(fewerStatements + SLACK);
        List<String> ids = new ArrayList<>();
        Response list = Tokens.as(officer).get("/api/cohorts/" + cohort + "/trainees?stalledDays=14&limit=15");
        while (ids.addAll(list.jsonPath().getList("id")) && list.header("Link") != null) {
            list = Tokens.as(officer).get(list.header("Link").replaceAll("<(.*)>.*", "$1"));
        }
        assertThat(ids).hasSize(FEW + MANY).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void homeIsDrawnLikeThatOfABeginner() throws SQLException {
        String trainee = joined("counted-home", Roles.TRAINEE);
        UUID person = UUID.fromString(Tokens.as(trainee).get("/api/me").path("id"));
        rehearsals(person, 1, FEW);
        page(trainee, "/");
        long fewer = statements(() -> page(trainee, "/"));
        rehearsals(person, FEW + 1, MANY);

        assertThat(statements(() -> page(trainee, "/"))).isLessThanOrEqualTo(fewer + SLACK);
    }

    private ObjectNode call(List<LessonSummary> lessons, int records) {
        return phones.call(lessons.stream()
                .limit(records)
                .map(lesson -> phones.completed(Ids.next(), lesson.slug(), phones.now()))
                .toArray(ObjectNode[]::new));
    }

    private void give(UUID mentor, int from, int through) {
        List<UUID> trainees = IntStream.rangeClosed(from, through)
                .mapToObj(StatementsIT::person)
                .toList();
        county.run(COUNTY, () -> mentorships.assign(trainees, mentor, mentor));
    }

    /** Of a class since long ago, with a stage more than that. */
    private static void idle(UUID cohort, int from, int through) throws SQLException {
        each(
                from,
                through,
                number -> ("insert into enrolments (county, id, cohort, trainee, consent, enrolled_at, last_active_at) "
                                + "values ('%s', '%s', '%s', '%s', 'paper', now() - interval '40 days', now() - "
                                + "interval '30 days')")
                        .formatted(COUNTY, Ids.next(), cohort, person(number)));
        for (String stage : List.of("ENROLLED", "LEARNING")) {
            each(
                    from,
                    through,
                    number -> ("insert into milestones (county, id, cohort, trainee, stage, ordinal, change, at, "
                                    + "recorded_at, evidence_kind, evidence_ref) values ('%s', '%s', '%s', '%s', "
                                    + "'%s', 1, 'REACHED', now(), now(), 'NOTE', '')")
                            .formatted(COUNTY, Ids.next(), cohort, person(number), stage));
        }
    }

    private static void rehearsals(UUID trainee, int from, int through) throws SQLException {
        as("insert into attempts (county, id, trainee, title, format, products, state, created_at, marks, version)"
                + " select '" + COUNTY + "', md5('rehearsal' || n)::uuid, '" + trainee
                + "', 't', 'product-loop', '[]', 'reviewed', now(), '[]', 0 from generate_series(" + from + ", "
                + through
                + ") as n");
        as("insert into reviews (county, id, trainee, attempt, attempt_no, title, format, submitted_at, "
                + "due_at, state, mentor,"
                + " rubric_version, draft, score, published_at, version) select '" + COUNTY
                + "', gen_random_uuid(), '" + trainee
                + "', md5('rehearsal' || n)::uuid, n, 't', 'product-loop', now(), now(),"
                + " 'PUBLISHED', '" + trainee + "', 'r', '{}', 80, now(), 0 from generate_series(" + from + ", "
                + through
                + ") as n");
    }

    private long loaded(Runnable work) {
        return counted(Statistics::getEntityLoadCount, work);
    }
}
