package org.tianbo.learning.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/**
 * Pages rendered once for all readers who are shown the same. Needs the pages, and people with progress in the
 * database.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class SharedPagesIT {

    private static final String LESSON = "/learn/speaking-to-camera/first-sentence";

    @Inject
    Curriculum curriculum;

    @Inject
    Newcomers newcomers;

    @ParameterizedTest
    @CsvSource({"/, home", "/learn, courses", LESSON + ", lesson"})
    void whatATraineeDoesIsOnTheirNextPageAndOnNobodyElses(String address, String name) {
        String her = "first-" + name;
        String him = "other-" + name;
        String herId = newcomers.join(her, Roles.TRAINEE).toString();
        String hisId = newcomers.join(him, Roles.TRAINEE).toString();

        String hers = page(her, address);
        String his = page(him, address);
        assertThat(hers).contains(herId, her).doesNotContain(hisId, him);
        assertThat(his).isEqualTo(hers.replace(herId, hisId).replace(her, him));

        finishTheLesson(her);
        assertThat(page(her, address)).isNotEqualTo(hers).contains(herId, her);
        assertThat(page(him, address)).isEqualTo(his);

        finishTheLesson(him);
        assertThat(page(him, address))
                .isEqualTo(page(her, address).replace(herId, hisId).replace(her, him))
                .isNotEqualTo(his);
    }

    private static String page(String login, String address) {
        return Tokens.as(login)
                .header("Accept", "text/html")
                .header("Accept-Language", "zh-CN")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private void finishTheLesson(String login) {
        Tokens.as(login)
                .redirects()
                .follow(false)
                .formParam("version", curriculum.lesson("first-sentence").version())
                .post(LESSON)
                .then()
                .statusCode(303);
    }
}
