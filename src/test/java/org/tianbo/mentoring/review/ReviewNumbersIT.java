package org.tianbo.mentoring.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** How attempts are counted for a mentor when some are taken back. Needs rows that are unique in the database. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class ReviewNumbersIT {

    private static final String COUNTY = "fengcheng";
    private static final String LOGIN = "takes-attempts-back";

    @Inject
    Newcomers newcomers;

    @Inject
    CurrentCounty county;

    @Inject
    EntityManager entities;

    @Test
    void noNumberIsLeftOutWhereAnAttemptWasTakenBackOrDeleted() {
        UUID trainee = newcomers.join(LOGIN, Roles.TRAINEE);
        UUID first = handedIn(trainee);
        UUID second = handedIn(trainee);
        UUID third = handedIn(trainee);
        assertThat(numbered(trainee)).containsExactly(first, second, third);

        call(first, "take-back");
        assertThat(numbered(trainee)).containsExactly(second, third);
        call(first, "submit");
        assertThat(numbered(trainee)).as("handed in again, it is the last").containsExactly(second, third, first);

        call(second, "take-back");
        Tokens.as(LOGIN).delete("/api/attempts/{id}", second).then().statusCode(204);
        UUID fourth = handedIn(trainee);
        assertThat(numbered(trainee)).containsExactly(third, first, fourth);
    }

    private UUID handedIn(UUID trainee) {
        UUID attempt = Ids.next();
        county.run(COUNTY, () -> QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                        """
                        insert into attempts (county, id, trainee, title, format, products, state, created_at, \
                        finished_at,
                            marks, recording, version)
                        values (:county, :attempt, :trainee, '冻米糖', 'product-loop', '[]', 'ready', now(), now(), '[]',
                            '{"durationMs":5000,"videoKey":"v","posterKey":"p","gaps":[],"marks":[]}', 0)
                        """)
                .setParameter("county", COUNTY)
                .setParameter("attempt", attempt)
                .setParameter("trainee", trainee)
                .executeUpdate()));
        call(attempt, "submit");
        return attempt;
    }

    private static void call(UUID attempt, String step) {
        Tokens.as(LOGIN).post("/api/attempts/{id}/" + step, attempt).then().statusCode(200);
    }

    /** The attempts in the order of their numbers, which are 1, 2, 3 and so on. */
    private List<UUID> numbered(UUID trainee) {
        List<Review> reviews =
                county.as(COUNTY, () -> QuarkusTransaction.requiringNew().call(() -> entities.createQuery(
                                "from Review r where r.trainee = :trainee and r.attemptNo is not null order by "
                                        + "r.attemptNo",
                                Review.class)
                        .setParameter("trainee", trainee)
                        .getResultList()));
        assertThat(reviews).extracting(review -> review.attemptNo).isEqualTo(oneTo(reviews.size()));
        return reviews.stream().map(review -> review.attempt).toList();
    }

    private static List<Integer> oneTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }
}
