package org.tianbo.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.people.Counties;
import org.tianbo.people.NewPerson;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** A trainee sees, corrects and takes along what is known of them; needs roles, jobs and row-level security. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class MyDataIT {

    private static final String COUNTY = "privacy-county";
    private static final String OFFICER = "keeps-the-register";
    private static final String AUDITOR = "looks-at-the-register";
    private static final String TRAINEE = "asks-what-is-known";
    private static final String NEIGHBOUR = "asks-next-door";
    private static final Pattern REQUEST = Pattern.compile("/privacy/corrections/([0-9a-f-]{36})");
    private static final Pattern COPY = Pattern.compile("/my-data/copies/([0-9a-f-]{36})");

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @BeforeEach
    void aCountyWithItsOffice() {
        counties.open(COUNTY, "护私县", "Privacy county");
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        newcomers.join(COUNTY, AUDITOR, Roles.AUDITOR);
        newcomers.join(
                COUNTY,
                new NewPerson(TRAINEE, TRAINEE, "19900000077", "0021", null, "FEMALE", null, null, "脱贫户", ""),
                Roles.TRAINEE);
        newcomers.join(COUNTY, NEIGHBOUR, Roles.TRAINEE);
    }

    @Test
    void theRegisterIsShownInPlainWordsAndToNobodyElse() {
        page(TRAINEE)
                .get("/my-data")
                .then()
                .statusCode(200)
                .body(containsString("脱贫户"))
                .body(containsString("0021"))
                .body(containsString("整个号码我们不存"));
        page(NEIGHBOUR).get("/my-data").then().statusCode(200).body(not(containsString("脱贫户")));
        page(TRAINEE)
                .header("Accept-Language", "en")
                .get("/my-data")
                .then()
                .statusCode(200)
                .body(containsString("the whole number is not stored"));
        page(OFFICER).get("/my-data").then().statusCode(403);
        page(TRAINEE).get("/privacy").then().statusCode(403);
    }

    @Test
    void aPhoneIsCorrectedAtOnceAndWhatIsNoPhoneIsSaidBesideTheField() {
        ask(TRAINEE, "PHONE", "12345", "换号了")
                .statusCode(422)
                .body(containsString("要十一位数字"))
                .body(containsString("value=\"12345\""));
        ask(TRAINEE, "PHONE", "199 0000 0078", "换号了").statusCode(303);
        page(TRAINEE).get("/my-data").then().body(containsString("19900000078")).body(containsString("改好了"));
    }

    @Test
    void theDeskDecidesAboutTheRestAndSaysWhyNot() {
        ask(NEIGHBOUR, "CATEGORY", "x", "错了").statusCode(422);
        ask(NEIGHBOUR, "NAME", "张桂英", "打错了").statusCode(303);
        String request = first(REQUEST, page(OFFICER).get("/privacy").asString());

        decide(AUDITOR, request, Map.of("yes", "yes")).statusCode(403);
        decide("officer1", request, Map.of("yes", "yes")).statusCode(404);
        decide(OFFICER, request, Map.of()).statusCode(422).body(containsString("请写为什么"));
        decide(OFFICER, request, Map.of("yes", "yes")).statusCode(303);
        decide(OFFICER, request, Map.of("words", "不对")).statusCode(409);
        page(NEIGHBOUR).get("/my-data").then().body(containsString("张桂英"));
    }

    @Test
    void aCopyHoldsWhatIsKnownAndOnlyItsOwnPersonFetchesIt() throws IOException {
        page(TRAINEE).post("/my-data/copy").then().statusCode(303);
        page(TRAINEE).post("/my-data/copy").then().statusCode(303);
        String copy = first(
                COPY, Eventually.value(() -> page(TRAINEE).get("/my-data").asString(), shown -> COPY.matcher(shown)
                        .find()));

        Map<String, String> packed = unpacked(page(TRAINEE)
                .accept("*/*")
                .get("/my-data/copies/" + copy)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .asByteArray());
        assertThat(packed.get("data/person.json")).contains(TRAINEE).contains("0021");
        assertThat(packed).containsKeys("contents.json", "data/attendance.json", "data/ledger.json");
        page(NEIGHBOUR).accept("*/*").get("/my-data/copies/" + copy).then().statusCode(404);
        page("trainee7").accept("*/*").get("/my-data/copies/" + copy).then().statusCode(404);
        page(OFFICER).accept("*/*").get("/my-data/copies/" + copy).then().statusCode(403);
    }

    private static ValidatableResponse ask(String login, String field, String value, String reason) {
        return page(login)
                .formParams(Map.of("field", field, "value", value, "reason", reason))
                .post("/my-data/correct")
                .then();
    }

    private static ValidatableResponse decide(String login, String request, Map<String, String> form) {
        return page(login)
                .formParams(form)
                .post("/privacy/corrections/" + request)
                .then();
    }

    private static String first(Pattern pattern, String shown) {
        Matcher matcher = pattern.matcher(shown);
        assertThat(matcher.find()).as(shown).isTrue();
        return matcher.group(1);
    }

    private static Map<String, String> unpacked(byte[] zip) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static RequestSpecification page(String login) {
        return Tokens.as(login)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html")
                .redirects()
                .follow(false);
    }
}
