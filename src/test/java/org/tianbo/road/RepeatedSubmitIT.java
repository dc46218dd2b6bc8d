package org.tianbo.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/**
 * Several presses of one button at the same moment, over HTTP and against the real database, do what one press does.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class RepeatedSubmitIT {

    private static final String COUNTY = "fengcheng";
    private static final int REQUESTS = 4;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Inject
    Newcomers newcomers;

    @Inject
    People people;

    @Inject
    CurrentCounty county;

    @Inject
    EntityManager entities;

    @RepeatedTest(2)
    void nextLeasesOneReview() throws Exception {
        String login = "presses-next-" + NUMBER.incrementAndGet();
        UUID mentor = newcomers.join(login, Roles.MENTOR);
        UUID trainee = newcomers.join(login + "-trainee", Roles.TRAINEE);
        assign(mentor, trainee);
        for (int number = 1; number <= REQUESTS; number++) {
            put(
                    """
                    insert into reviews (county, id, trainee, attempt, attempt_no, title, format, submitted_at, due_at,
                        state, draft, version)
                    values (:county, gen_random_uuid(), :person, gen_random_uuid(), %d, '冻米糖', 'product-loop', now(),
                        now() + interval '3 days', 'WAITING',
                        '{"marks":{},"compliance":{"broken":false},"moments":[],"keep":[]}', 0)
                    """
                            .formatted(number),
                    trainee);
        }

        List<Response> answers = answers(() ->
                Tokens.as(login).contentType("application/json").body("{}").post("/api/reviews/claim"));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        assertThat(answers.stream().map(answer -> answer.path("id")).distinct()).hasSize(1);
        assertThat(counted("select count(*) from reviews where mentor = :person", mentor))
                .isEqualTo(1);
    }

    @Test
    void attemptsHandedInAtOnceGetNumbersOfTheirOwn() throws Exception {
        String login = "hands-in-at-once";
        UUID trainee = newcomers.join(login, Roles.TRAINEE);
        List<UUID> attempts =
                IntStream.range(0, REQUESTS).mapToObj(one -> Ids.next()).toList();
        for (UUID attempt : attempts) {
            put(
                    """
                    insert into attempts (county, id, trainee, title, format, products, state, created_at, finished_at,
                        marks, recording, version)
                    values (:county, '%s', :person, '冻米糖', 'product-loop', '[]', 'ready', now(), now(), '[]',
                        '{"durationMs":5000,"videoKey":"v","posterKey":"p","gaps":[],"marks":[]}', 0)
                    """
                            .formatted(attempt),
                    trainee);
        }
        AtomicInteger next = new AtomicInteger();

        List<Response> answers = answers(
                () -> Tokens.as(login).post("/api/attempts/" + attempts.get(next.getAndIncrement()) + "/submit"));

        assertThat(answers).allMatch(answer -> answer.statusCode() < 300);
        assertThat(numbers(trainee)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void theSameClassIsOpenedOnce() throws Exception {
        String name = "按了四次 " + UUID.randomUUID();
        List<Response> answers = answers(() -> Tokens.as("officer1")
                .redirects()
                .follow(false)
                .formParam("name", name)
                .formParam("from", "2026-03-01")
                .formParam("to", "2026-06-01")
                .post("/cohorts"));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 303);
        assertThat(answers.stream().map(answer -> answer.header("Location")).distinct())
                .hasSize(1);
        Tokens.as("officer1")
                .formParam("name", name)
                .formParam("from", "2026-03-02")
                .formParam("to", "2026-06-01")
                .post("/cohorts")
                .then()
                .statusCode(422);
    }

    @Test
    void aStoreBeginsOnce() throws Exception {
        String login = "begins-a-store-at-once";
        UUID trainee = newcomers.join(login, Roles.TRAINEE);
        List<Response> answers =
                answers(() -> Tokens.as(login).redirects().follow(false).post("/my-store"));
        assertThat(answers).allMatch(answer -> answer.statusCode() == 303);
        assertThat(counted("select count(*) from stores where trainee = :person", trainee))
                .isEqualTo(1);
    }

    private static List<Response> answers(Callable<Response> request) throws Exception {
        ExecutorService fingers = Executors.newFixedThreadPool(REQUESTS);
        try {
            CyclicBarrier together = new CyclicBarrier(REQUESTS);
            List<Future<Response>> futures = new ArrayList<>();
            for (int finger = 0; finger < REQUESTS; finger++) {
                futures.add(fingers.submit(() -> {
                    together.await();
                    return request.call();
                }));
            }
            List<Response> answers = new ArrayList<>();
            for (Future<Response> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            fingers.shutdownNow();
        }
    }

    @ActivateRequestContext
    void assign(UUID mentor, UUID trainee) {
        county.run(COUNTY, () -> people.assign(mentor, trainee));
    }

    private void put(String statement, UUID person) {
        county.run(COUNTY, () -> QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(statement)
                .setParameter("county", COUNTY)
                .setParameter("person", person)
                .executeUpdate()));
    }

    private long counted(String question, UUID person) {
        return county.as(COUNTY, () -> QuarkusTransaction.requiringNew()
                .call(() -> (Long) entities.createNativeQuery(question, Long.class)
                        .setParameter("person", person)
                        .getSingleResult()));
    }

    private List<Integer> numbers(UUID trainee) {
        return county.as(COUNTY, () -> QuarkusTransaction.requiringNew().call(() -> entities.createQuery(
                        "select r.attemptNo from Review r where r.trainee = :person order by r.attemptNo",
                        Integer.class)
                .setParameter("person", trainee)
                .getResultList()));
    }
}
