package org.tianbo.cohort.page.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** Lists of people that one comes back to. Needs PostgreSQL, which keeps them. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class SavedListsIT {

    private static final String OFFICER = "keeps-lists";
    private static final String COLLEAGUE = "keeps-other-lists";

    private static final Pattern RENAMED = Pattern.compile("action=\"/people/lists/([-0-9a-f]{36})/name\"");

    @Inject
    Newcomers newcomers;

    @BeforeEach
    void officersOfTheTestsOwn() {
        newcomers.join(OFFICER, Roles.OFFICER);
        newcomers.join(COLLEAGUE, Roles.COORDINATOR);
    }

    @Test
    void aListIsKeptOpenedRenamedRemovedAndBroughtBack() {
        save("stage=learning&sort=-name&columns=village,phone", "在学的").then().statusCode(303);
        save("stage=learning&sort=-name&columns=village,phone", "在学的").then().statusCode(303);
        assertThat(save("stage=certified", "在学的").statusCode()).isEqualTo(422);
        String link = "href=\"/people?stage=learning&amp;sort=-name&amp;columns=village,phone\"";
        assertThat(page(OFFICER, "/people")).containsOnlyOnce(link);

        String id = id();
        assertThat(post("/people/lists/" + id + "/name", "").statusCode()).isEqualTo(422);
        post("/people/lists/" + id + "/name", "还在学的").then().statusCode(303);
        assertThat(page(OFFICER, "/people")).contains("还在学的");

        String removed = post("/people/lists/" + id + "/removal", "").getHeader("Location");
        assertThat(page(OFFICER, "/people")).doesNotContain("还在学的");
        assertThat(page(OFFICER, removed.substring(removed.indexOf("/people"))))
                .contains("“还在学的” was deleted", "/people/lists/" + id + "/return");
        post("/people/lists/" + id + "/return", "").then().statusCode(303);
        assertThat(page(OFFICER, "/people")).contains("还在学的");

        // Nobody has a hand in another's.
        assertThat(page(COLLEAGUE, "/people")).doesNotContain("还在学的");
        assertThat(as(COLLEAGUE).post("/people/lists/" + id + "/removal").statusCode())
                .isEqualTo(404);
        assertThat(as("officer2")
                        .formParam("list-name", "x")
                        .post("/people/lists/" + id + "/name")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void onlyWhatIsAListIsKept() {
        assertThat(save("stage=flying", "flying").statusCode()).isEqualTo(422);
        assertThat(save("stage=learning", " ").statusCode()).isEqualTo(422);
        assertThat(save("stage=learning", "很".repeat(61)).statusCode()).isEqualTo(422);
        assertThat(as("trainee1").get("/people/lists").statusCode()).isEqualTo(403);
    }

    private static String page(String login, String address) {
        return as(login)
                .header("Accept-Language", "en")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String id() {
        Matcher form = RENAMED.matcher(page(OFFICER, "/people/lists"));
        assertThat(form.find()).isTrue();
        return form.group(1);
    }

    private static Response save(String query, String name) {
        return post("/people/lists?" + query, name);
    }

    private static Response post(String address, String name) {
        return as(OFFICER).formParam("list-name", name).post(address);
    }

    private static RequestSpecification as(String login) {
        return Tokens.as(login)
                .urlEncodingEnabled(false)
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false);
    }
}
