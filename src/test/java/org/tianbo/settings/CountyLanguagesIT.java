package org.tianbo.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tianbo.people.Counties;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** In which languages a county's pages are offered; needs two counties, of which one decides. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class CountyLanguagesIT {

    private static final String COUNTY = "chinese-only";
    private static final String OFFICER = "chinese-only-officer";
    private static final String TRAINEE = "chinese-only-trainee";
    private static final String LANGUAGES = "/county/settings/county.languages";
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @Test
    void whereEnglishIsNotOfferedPagesAreChineseUntilItIsAgain() {
        counties.open(COUNTY, "只用中文县", "Chinese only");
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        newcomers.join(COUNTY, TRAINEE, Roles.TRAINEE);
        english(OFFICER, "/county/settings").body(containsString("lang=\"en\"")).body(containsString("hreflang"));

        change("0").statusCode(303);
        for (String[] page : new String[][] {{OFFICER, "/county/settings"}, {TRAINEE, "/account"}}) {
            english(page[0], page[1])
                    .statusCode(200)
                    .body(containsString("<html lang=\"zh"))
                    .body(not(containsString("hreflang")));
        }
        english("officer1", "/county/settings").body(containsString("<html lang=\"en"));
        english(OFFICER, LANGUAGES).body(containsString("都说中文的县"));

        change("1").statusCode(303);
        english(TRAINEE, "/account").body(containsString("<html lang=\"en"));
    }

    private static ValidatableResponse change(String english) {
        Matcher version = VERSION.matcher(english(OFFICER, LANGUAGES).extract().asString());
        assertThat(version.find()).isTrue();
        return Tokens.as(OFFICER)
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false)
                .formParams(Map.of("version", version.group(1), "english", english, "reason", "都说中文的县"))
                .post(LANGUAGES)
                .then();
    }

    private static ValidatableResponse english(String login, String path) {
        return Tokens.as(login)
                .accept("text/html")
                .header("Accept-Language", "en")
                .get(path)
                .then();
    }
}
