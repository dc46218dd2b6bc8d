package org.tianbo.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.arc.All;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.people.Counties;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.web.Language;
import org.tianbo.practice.PracticeSettings;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.http.SimultaneousCalls;

/** Officers of a county of their own change its settings on the pages; needs roles and row-level security. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class SettingsIT {

    private static final String COUNTY = "settings-county";
    private static final String OFFICER = "sets-the-county";
    private static final String COLLEAGUE = "sets-it-too";
    private static final String TRAINEE = "speaks-slowly";
    private static final String ELSEWHERE = "speaks-elsewhere";
    private static final String PACE = "/county/settings/practice.pace";
    private static final String WHY = "这里的人说话慢一些";

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @Inject
    @All
    List<DeclaredSettings> declared;

    @Inject
    @All
    List<SettingPage> pages;

    @BeforeEach
    void aCountyWithItsOffice() {
        counties.open(COUNTY, "设定县", "Settings county");
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        newcomers.join(COUNTY, COLLEAGUE, Roles.OFFICER);
        newcomers.join(COUNTY, TRAINEE, Roles.TRAINEE);
        newcomers.join("fengcheng", ELSEWHERE, Roles.TRAINEE);
    }

    @Test
    void aChangedBandReachesThePhoneAndNoOtherCounty() {
        pace(OFFICER, version(PACE), "2.1", "4.2", WHY).statusCode(303);

        camera(TRAINEE).body(containsString("data-slow-below=\"2.1\" data-hurried-from=\"4.2\""));
        camera(ELSEWHERE).body(containsString("data-slow-below=\"3.0\" data-hurried-from=\"5.5\""));
        page(OFFICER).get("/county/settings").then().statusCode(200).body(containsString(OFFICER + " 改的：" + WHY));
        page("officer1").get("/county/settings").then().statusCode(200).body(not(containsString(WHY)));
        page("officer1").get(PACE).then().statusCode(200).body(not(containsString(WHY)));

        putBack(OFFICER, version(PACE)).statusCode(303);
        camera(TRAINEE).body(containsString("data-slow-below=\"3.0\""));
        page(OFFICER)
                .get(PACE)
                .then()
                .body(containsString(WHY))
                .body(containsString("改回通用的：照大家的就好"))
                .body(not(containsString("name=\"usual\"")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            2.2  | 0.5  | 超出了可以填的范围
            3.5  | 3.2  | 这个数要比前面那个大
            快   | 5.5  | 这里要填一个数
            ''   | 5.5  | 这里要填一个数
            2.25 | 5.5  | 小数位太多了
            """)
    void whatDoesNotFitIsSaidBesideTheFieldAndNothingTypedIsLost(String slow, String hurried, String fault) {
        String before = version(PACE);

        pace(OFFICER, before, slow, hurried, WHY)
                .statusCode(422)
                .body(containsString(fault))
                .body(containsString("value=\"" + slow + "\""))
                .body(containsString("value=\"" + hurried + "\""))
                .body(containsString(">" + WHY + "</textarea>"));
        assertThat(version(PACE)).isEqualTo(before);
    }

    @Test
    void withoutAReasonOrAnythingNewNothingChanges() {
        String before = version(PACE);

        pace(OFFICER, before, "2.7", "5.1", " 改 ").statusCode(422).body(containsString("至少五个字"));
        pace(OFFICER, before, "2.7", "5.1", "改".repeat(501)).statusCode(422).body(containsString("最多 500 个字"));
        pace(OFFICER, before, "3", "5.5", WHY).statusCode(422).body(containsString("没有什么要改"));
        pace(OFFICER, before, "2.7", "5.1", "\u0000".repeat(9)).statusCode(422).body(containsString("至少五个字"));
        page(OFFICER).formParam("version", "x").post(PACE).then().statusCode(422);
        page(OFFICER).post("/county/settings/practice.nothing").then().statusCode(404);
        page(OFFICER).get("/county/settings/practice.nothing").then().statusCode(404);
        page(OFFICER).get(PACE + "?before=x").then().statusCode(404);
    }

    @Test
    void ofTwoOfficersAtOnceOneIsToldAndLosesNothing() throws Exception {
        String seen = version("/county/settings/practice.talk");
        AtomicInteger days = new AtomicInteger(40);

        List<Integer> answers = SimultaneousCalls.fourAtOnce(
                () -> talk(COLLEAGUE, seen, days.incrementAndGet()).extract().statusCode());

        assertThat(answers).containsOnly(303, 409).containsOnlyOnce(303);
        talk(OFFICER, seen, 77)
                .statusCode(409)
                .body(containsString("别人已经改了这一项"))
                .body(containsString("value=\"77\""))
                .body(containsString(COLLEAGUE));
        talk(OFFICER, version("/county/settings/practice.talk"), 77).statusCode(303);
    }

    @Test
    void aFormThatIsSentTwiceChangesOnceThoughAtOnce() throws Exception {
        String seen = version("/county/settings/cohort.stalled");
        Map<String, String> form = Map.of("version", seen, "days", "2" + seen, "reason", "换季农忙，晚些再问");

        List<Integer> answers = SimultaneousCalls.fourAtOnce(() -> page(OFFICER)
                .formParams(form)
                .post("/county/settings/cohort.stalled")
                .statusCode());

        assertThat(answers).containsOnly(303);
        assertThat(version("/county/settings/cohort.stalled")).isEqualTo(Long.toString(Long.parseLong(seen) + 1));
    }

    @ParameterizedTest
    @CsvSource({
        "officer1, 200, 404",
        "auditor1, 200, 403",
        "coordinator1, 403, 403",
        "mentor1, 403, 403",
        "trainee1, 403, 403",
        "admin, 403, 403"
    })
    void officersAndAuditorsReadAndOfficersChange(String login, int read, int write) {
        page(login).get("/county/settings").then().statusCode(read);
        page(login).get(PACE).then().statusCode(read);
        page(login)
                .formParam("reason", WHY)
                .post("/county/settings/practice.nothing")
                .then()
                .statusCode(write);
    }

    @Test
    void everySettingHasItsTextsAndEachTextItsSetting() {
        for (DeclaredSettings feature : declared) {
            Set<String> wanted = new TreeSet<>(Set.of("title"));
            for (Setting setting : feature.settings()) {
                wanted.addAll(Set.of(setting.name(), setting.name() + ".what", setting.name() + ".past"));
                setting.fields().forEach(field -> wanted.add(setting.name() + "." + field.name()));
                assertThat(setting.parse(typed(setting), SettingRefused.wrong()))
                        .as("what is usual may be set")
                        .isEqualTo(setting.usual());
            }
            String of = feature.settings().get(0).feature() + ".";
            pages.stream()
                    .filter(page -> page.key().startsWith(of))
                    .map(page -> page.key().substring(of.length()))
                    .forEach(page -> wanted.addAll(Set.of(page, page + ".what", page + ".past")));
            String name = "messages/settings/" + feature.settings().get(0).feature();
            assertThat(new TreeSet<>(
                            ResourceBundle.getBundle(name, Language.CHINESE).keySet()))
                    .isEqualTo(wanted);
        }
        assertThat(declared).extracting(feature -> feature.settings().get(0)).contains(PracticeSettings.PACE);
    }

    private static Map<String, String> typed(Setting setting) {
        Map<String, String> typed = new HashMap<>();
        setting.usual().byName().forEach((name, number) -> typed.put(name, number.toPlainString()));
        return typed;
    }

    private static ValidatableResponse pace(String login, String version, String slow, String hurried, String reason) {
        return page(login)
                .formParams(Map.of("version", version, "slow-below", slow, "hurried-from", hurried, "reason", reason))
                .post(PACE)
                .then();
    }

    private static ValidatableResponse talk(String login, String version, int days) {
        return page(login)
                .formParams(Map.of("version", version, "days", days, "reason", "观众的话多留几天"))
                .post("/county/settings/practice.talk")
                .then();
    }

    private static ValidatableResponse putBack(String login, String version) {
        return page(login)
                .formParams(Map.of("version", version, "usual", "yes", "reason", "照大家的就好"))
                .post(PACE)
                .then();
    }

    private static ValidatableResponse camera(String login) {
        return page(login).get("/practice/camera").then().statusCode(200);
    }

    private static String version(String path) {
        return page(OFFICER).get(path).htmlPath().getString("**.find { it.@name == 'version' }.@value");
    }

    private static RequestSpecification page(String login) {
        return Tokens.as(login)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html")
                .redirects()
                .follow(false);
    }
}
