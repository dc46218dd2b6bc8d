package org.tianbo.cohort.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.Consent;
import org.tianbo.cohort.enrolment.NewCohort;
import org.tianbo.people.Counties;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** Cards of three pictures in a county that chose them; needs the real Keycloak, which holds the pictures. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class PictureCardIT {

    private static final String COUNTY = "picture-county";
    private static final String OFFICER = "picture-officer";
    private static final Pattern LOGIN = Pattern.compile("class=\"login\">([^<]+)<");
    private static final Pattern PICTURE = Pattern.compile("pictures\\.svg#p(\\d\\d)");
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]*login-actions[^\"]+)\"");
    private static final Pattern TARGET = Pattern.compile("name=\"target\" value=\"([^\"]+)\"");

    @Inject
    Counties counties;

    @Inject
    CurrentCounty current;

    @Inject
    Cohorts cohorts;

    @Inject
    Newcomers newcomers;

    private final Map<String, String> cookies = new HashMap<>();
    private UUID cohort;
    private UUID trainee;

    /** What is printed. */
    private record Card(String login, String pin) {}

    @BeforeEach
    @ActivateRequestContext
    void aClassOfACountyThatChosePictures() {
        counties.open(COUNTY, "认画县", "Picture county");
        UUID officer = newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        trainee =
                newcomers.join(COUNTY, "picture-" + UUID.randomUUID().toString().substring(0, 8), Roles.TRAINEE);
        cohort = current.as(
                COUNTY, () -> cohorts.open(new NewCohort(COUNTY, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 6, 1))));
        current.as(
                COUNTY,
                () -> cohorts.enrol(
                        cohort,
                        Map.of(trainee, new MilestoneEvidence(MilestoneEvidence.Kind.NOTE, OFFICER)),
                        Consent.onPaper(officer)));
    }

    @Test
    void theCountyChoosesPicturesKnowingHowStrongTheyAreAndCardsOfDigitsGoOn() {
        choose("0");
        String digits = print();
        Matcher pin = Pattern.compile("class=\"pin\">(\\d{6})<").matcher(digits);
        assertThat(pin.find()).isTrue();

        choose("1");

        String setting = Tokens.page(OFFICER, "/county/settings/cohort.cards");
        assertThat(setting).contains("13,824", "1,000,000", "点错十次", "做新卡才能再用", "四百六十分之一");
        signIn(login(digits), pin.group(1)).then().statusCode(200);
    }

    @Test
    void tenWrongTriesMakeEverybodyWaitUnlessThereIsANewCard() {
        choose("1");
        Card card = card();
        signIn(card.login(), card.pin()).then().statusCode(200);
        String wrong = card.pin().equals("pic-01-02-03") ? "pic-03-02-01" : "pic-01-02-03";
        for (int tried = 0; tried < 10; tried++) {
            signIn(card.login(), wrong).then().body("error", equalTo("invalid_grant"));
        }

        signIn(card.login(), card.pin()).then().statusCode(429);
        submitted(card.login() + ".pictures", card.pin()).then().statusCode(429).body(containsString("请村里的协调员做一张新卡"));

        Card next = card();
        assertThat(next.login()).isEqualTo(card.login());
        signIn(next.login(), next.pin()).then().statusCode(200);
    }

    @Test
    void aFormThatKeycloakDidNotLookAtForgetsNoWrongTries() throws SQLException {
        nobodyHasTried();
        choose("1");
        Card card = card();
        String wrong = card.pin().equals("pic-01-02-03") ? "pic-03-02-01" : "pic-01-02-03";
        for (int tried = 0; tried < 9; tried++) {
            signIn(card.login(), wrong).then().body("error", equalTo("invalid_grant"));
        }
        String form = action(card.login() + ".pictures");

        sent(form.replaceAll("session_code=[^&]+", "session_code=garbled"), card.login(), wrong)
                .then()
                .statusCode(302);
        cookies.keySet().removeIf(name -> !name.startsWith("KC_RESTART"));
        sent(form, card.login(), wrong).then().statusCode(302);

        signIn(card.login(), wrong).then().body("error", equalTo("invalid_grant"));
        signIn(card.login(), card.pin()).then().statusCode(429);
    }

    @Test
    void threePicturesAreTappedWithoutAScript() {
        choose("1");
        Card card = card();
        String[] pictures = card.pin().substring("pic-".length()).split("-");
        Response door = RestAssured.given().redirects().follow(false).get("/card/" + card.login() + "/pictures");
        assertThat(door.statusCode()).isEqualTo(303);

        Response page = followed("/?login_hint=" + card.login() + ".pictures");
        assertThat(page.asString()).contains("请点三幅画", "aria-label=\"母鸡\"", "我的卡上是六位数字");
        Matcher target = TARGET.matcher(page.asString());
        assertThat(target.find()).isTrue();
        Response second = chosen(card.login(), unescaped(target.group(1)), "", pictures[0]);
        assertThat(second.asString()).contains("第 2 幅", "name=\"chosen\" value=\"" + pictures[0] + "\"");
        Matcher again = TARGET.matcher(second.asString());
        assertThat(again.find()).isTrue();
        Response third = chosen(card.login(), unescaped(again.group(1)), pictures[0], pictures[1]);
        assertThat(third.asString())
                .contains("第 3 幅", "name=\"password\" value=\"" + card.pin() + "\"")
                .contains("action=\"/auth/realms/tianbo/login-actions/authenticate?");
        Matcher action = ACTION.matcher(third.asString());
        assertThat(action.find()).isTrue();
        with().formParams(Map.of("username", card.login(), "password", card.pin()))
                .post(URI.create(TianboServices.SITE + unescaped(action.group(1))))
                .then()
                .statusCode(302)
                .header("Location", containsString("/sign-in"));
    }

    @Test
    void wrongPicturesAreAskedForAgainAndAFormThatSomebodyMadeUpLeadsHome() {
        choose("1");
        Card card = card();
        submitted(card.login() + ".pictures", card.pin().equals("pic-01-02-03") ? "pic-03-02-01" : "pic-01-02-03")
                .then()
                .statusCode(200)
                .body(containsString("画不对，请按卡上的次序再点一次"), containsString("action=\"/pictures\""));
        for (String evil : new String[] {"https://evil.example/auth", "/auth/realms/tianbo/other?x=1", "::", ""}) {
            chosen(card.login(), evil, "", "07").then().statusCode(303).header("Location", containsString("/"));
        }
        String target = "/auth/realms/tianbo/login-actions/authenticate?x=1";
        chosen(card.login(), target, "", "99").then().statusCode(303);
        chosen(card.login(), target, "01-02", "03").then().statusCode(303);
        chosen("\"><script>", target, "", "03").then().statusCode(303);
        RestAssured.given().redirects().follow(false).get("/pictures").then().statusCode(303);
    }

    /** All tests come from one address. */
    private static void nobodyHasTried() throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("delete from sign_in_tries");
        }
    }

    private void choose(String pictures) {
        String page = Tokens.page(OFFICER, "/county/settings/cohort.cards");
        Matcher version = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(page);
        assertThat(version.find()).isTrue();
        form().formParams(Map.of("version", version.group(1), "pictures", pictures, "reason", "好多人不识数"))
                .post("/county/settings/cohort.cards");
    }

    private String print() {
        String printed = form().formParam("trainee", trainee.toString())
                .formParam("replace", "yes")
                .post("/cohorts/" + cohort + "/cards")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        return Tokens.page(OFFICER, URI.create(printed).getPath());
    }

    private Card card() {
        String page = print();
        Matcher pictures = PICTURE.matcher(page);
        StringBuilder pin = new StringBuilder("pic");
        while (pictures.find()) {
            pin.append('-').append(pictures.group(1));
        }
        assertThat(pin).hasSize("pic-07-13-22".length());
        return new Card(login(page), pin.toString());
    }

    private static String login(String page) {
        Matcher login = LOGIN.matcher(page);
        assertThat(login.find()).isTrue();
        return login.group(1);
    }

    private static RequestSpecification form() {
        return Tokens.as(OFFICER)
                .redirects()
                .follow(false)
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    private static Response signIn(String login, String pin) {
        return RestAssured.given()
                .formParams(Map.of(
                        "grant_type", "password",
                        "client_id", "tianbo-cli",
                        "scope", "openid",
                        "username", login,
                        "password", pin))
                .post("/auth/realms/tianbo/protocol/openid-connect/token");
    }

    /** As the sign-in page's script sends three pictures. */
    private Response submitted(String hint, String pin) {
        return sent(action(hint), hint.replace(".pictures", ""), pin);
    }

    /** Where the sign-in page sends its form to. */
    private String action(String hint) {
        Matcher action = ACTION.matcher(followed("/?login_hint=" + hint).asString());
        assertThat(action.find()).isTrue();
        return unescaped(action.group(1));
    }

    private Response sent(String action, String login, String pin) {
        return with().formParams(Map.of("username", login, "password", pin)).post(URI.create(action));
    }

    private Response chosen(String login, String target, String chosen, String next) {
        return with().urlEncodingEnabled(true)
                .header("Sec-Fetch-Site", "same-origin")
                .formParams(Map.of("card", login, "target", target, "chosen", chosen, "next", next))
                .post("/pictures");
    }

    private Response followed(String path) {
        URI at = URI.create(TianboServices.SITE + path);
        for (int step = 0; step < 8; step++) {
            Response answer = with().get(at);
            answer.getDetailedCookies().forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
            if (answer.statusCode() / 100 != 3) {
                return answer;
            }
            at = at.resolve(answer.header("Location"));
        }
        throw new AssertionError("Led round in circles to " + at);
    }

    private RequestSpecification with() {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .accept("text/html")
                .header("Accept-Language", "zh-CN")
                .cookies(cookies);
    }

    private static String unescaped(String address) {
        return address.replace("&amp;", "&");
    }
}
