package org.tianbo.learning.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;

/** Derived rows spoilt by hand, and worked out anew from what the phone told. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class ProgressReconciliationIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Inject
    ProgressReconciliation reconciliation;

    @Inject
    PhoneRecords phones;

    @Inject
    Newcomers newcomers;

    @Inject
    CurrentCounty county;

    @Inject
    EntityManager entities;

    @Inject
    MeterRegistry meters;

    private UUID person;
    private List<String> lessons;
    private List<String> quizzes;

    @BeforeEach
    void aLearnerOfOneLessonAndItsQuiz() {
        String login = "stands-right-" + NUMBER.incrementAndGet();
        person = newcomers.join(login, Roles.TRAINEE);
        phones.send(
                login,
                phones.call(
                        phones.completed(Ids.next(), PhoneRecords.LESSON, phones.now()),
                        phones.quiz(Ids.next(), phones.now(), false),
                        phones.quiz(Ids.next(), phones.now().plusSeconds(60), true)));
        run();
        lessons = lessons();
        quizzes = quizzes();
        assertThat(lessons).hasSize(1);
        assertThat(quizzes).singleElement().asString().startsWith("2 100 ");
    }

    @Test
    void whatIsRightIsLeftAlone() {
        double before = differences("lessons_done") + differences("quiz_results");

        run();

        assertThat(differences("lessons_done") + differences("quiz_results")).isEqualTo(before);
        assertThat(lessons()).isEqualTo(lessons);
    }

    @Test
    void aRowThatWasChangedLostOrInventedIsCountedAndPutRight() {
        double before = differences("lessons_done");
        double quizzesBefore = differences("quiz_results");
        spoil("update lessons_done set at = at + interval '1 day' where trainee = :person");
        spoil("insert into lessons_done (county, trainee, lesson, version, at)"
                + " values ('fengcheng', :person, 'never-told', '0123456789abcdef', now())");
        spoil("update quiz_results set best = 7, tries = 9 where trainee = :person");

        run();

        assertThat(lessons()).isEqualTo(lessons);
        assertThat(quizzes()).isEqualTo(quizzes);
        assertThat(differences("lessons_done")).isEqualTo(before + 2);
        assertThat(differences("quiz_results")).isEqualTo(quizzesBefore + 1);

        spoil("delete from lessons_done where trainee = :person");
        spoil("delete from quiz_results where trainee = :person");
        run();
        assertThat(lessons()).isEqualTo(lessons);
        assertThat(quizzes()).isEqualTo(quizzes);
    }

    /** Whoever saw how a round was marked sends the same round once more, now all right; and then the next one. */
    @Test
    void ofARoundOnlyTheFirstAnswersMayPassAndTheRecountAgrees() {
        String login = "goes-back-" + NUMBER.incrementAndGet();
        person = newcomers.join(login, Roles.TRAINEE);
        phones.send(login, phones.call(phones.round(person, 0, phones.now(), false)));
        // Also where a clock that was set back makes it seem the earlier.
        phones.send(login, phones.call(phones.round(person, 0, phones.now().minusSeconds(60), true)));
        phones.send(
                login,
                phones.call(
                        phones.round(person, 0, phones.now().plusSeconds(30), true),
                        phones.round(person, 0, phones.now().plusSeconds(60), true)));

        List<String> failed = quizzes();
        assertThat(failed).singleElement().asString().startsWith("4 60 never 100 ");
        double before = differences("quiz_results");
        run();
        assertThat(quizzes()).isEqualTo(failed);

        phones.send(login, phones.call(phones.round(person, 1, phones.now().plusSeconds(90), true)));
        List<String> passed = quizzes();
        assertThat(passed).singleElement().asString().startsWith("5 100 2");
        run();
        assertThat(quizzes()).isEqualTo(passed);
        assertThat(differences("quiz_results")).isEqualTo(before);
    }

    @ActivateRequestContext
    void run() {
        county.run("fengcheng", () -> reconciliation.run("fengcheng"));
    }

    private double differences(String table) {
        return meters.counter("tianbo.derived.differences", "table", table).count();
    }

    private List<String> lessons() {
        return statements("select lesson || ' ' || version || ' ' || at from lessons_done where trainee = :person");
    }

    private List<String> quizzes() {
        return statements("select tries || ' ' || best || ' ' || coalesce(passed_at::text, 'never')"
                + " || ' ' || last || ' ' || last_at"
                + " from quiz_results where trainee = :person");
    }

    private void spoil(String statement) {
        inFengcheng(() -> entities.createNativeQuery(statement)
                .setParameter("person", person)
                .executeUpdate());
    }

    private List<String> statements(String question) {
        List<?> rows = inFengcheng(() -> entities.createNativeQuery(question, String.class)
                .setParameter("person", person)
                .getResultList());
        return rows.stream().map(String::valueOf).toList();
    }

    @ActivateRequestContext
    <T> T inFengcheng(Supplier<T> work) {
        return county.as("fengcheng", () -> QuarkusTransaction.requiringNew().call(work::get));
    }
}
