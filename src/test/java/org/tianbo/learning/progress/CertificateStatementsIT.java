package org.tianbo.learning.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** Lists of certification cost as many statements for many as for few. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class CertificateStatementsIT extends CountedCounty {

    private static final Pattern NEXT_CERTIFICATES = Pattern.compile("href=\"(/certification\\?issued=[-0-9a-f]+)\"");

    @Test
    void theListOfThoseReadyForACertificateIsReadLikeOneOfTwo() throws SQLException {
        String officer = joined("counted-officer", Roles.OFFICER);
        ready(1, FEW);
        page(officer, "/certification");
        long fewer = statements(() -> page(officer, "/certification"));
        ready(FEW + 1, MANY);

        assertThat(statements(() -> page(officer, "/certification"))).isLessThanOrEqualTo(fewer + SLACK);
    }

    @Test
    void certificatesGivenAreReadAPageAtATime() throws SQLException {
        String officer = joined("counted-officer", Roles.OFFICER);
        certified(1, FEW + MANY);
        certified(1, FEW + MANY);

        String first =
                Tokens.as(officer).accept("text/html").get("/certification").asString();
        Matcher next = NEXT_CERTIFICATES.matcher(first);
        assertThat(next.find()).isTrue();
        String second = Tokens.as(officer)
                .accept("text/html")
                .get(next.group(1))
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(serials(first)).hasSize(50);
        assertThat(serials(second)).hasSize(2 * (FEW + MANY) - 50).doesNotContainAnyElementsOf(serials(first));
        assertThat(NEXT_CERTIFICATES.matcher(second).find()).isFalse();
    }

    private static void ready(int from, int through) throws SQLException {
        each(
                from,
                through,
                number -> ("insert into readiness (county, trainee, reviews, mark, ready_at) values ('%s', '%s', 1, "
                                + "70, now())")
                        .formatted(COUNTY, person(number)));
    }

    private static void certified(int from, int through) throws SQLException {
        each(
                from,
                through,
                number -> ("insert into certificates (county, id, trainee, serial, issued_by, issued_at) values ('%s', "
                                + "'%s', '%s', '%s', '%s', now())")
                        .formatted(COUNTY, Ids.next(), person(number), "S" + Ids.next(), person(number)));
    }

    private static Set<String> serials(String page) {
        return Pattern.compile("/certificates/(S[-0-9a-f]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}
