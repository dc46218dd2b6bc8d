package org.tianbo.road;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.enrolment.Classes;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.QuizOnScreen;

/**
 * From the card to the funnel, as people walk it: a phone of 360×800 with touch and a camera, then a mentor's laptop.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class WholeRoadBrowserIT {

    private static final String SITE = TianboServices.SITE;
    private static final String ROSTER =
            """
            姓名,手机号,身份证号,性别,镇,村,类别,备注
            演示·路上人,19900007777,%s,女,拖船镇,上坊村,种植户,
            """
                    .formatted("999999196203157725");
    private static final Pattern CARD = Pattern.compile(
            "class=\"login\">(?<login>[2-9a-z]{6})</dd>.*?class=\"pin\">(?<pin>\\d{6})</dd>", Pattern.DOTALL);
    static final String MENTOR = "mentor-of-the-road";
    private static final int SECONDS_OFFLINE = 4;
    private static final Pattern CLOCK = Pattern.compile("(\\d+):(\\d\\d)");

    @Inject
    Newcomers newcomers;

    @Inject
    Classes classes;

    @Inject
    Curriculum curriculum;

    private String cohort;
    private String login;
    private String pin;
    private BrowserContext phone;
    private BrowserContext laptop;

    @BeforeEach
    void takeThePhoneAndTheLaptop() {
        Browser browser = Chromium.withCamera();
        phone = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(360, 800)
                .setHasTouch(true)
                .setIsMobile(true)
                .setLocale("zh-CN")
                .setPermissions(List.of("camera", "microphone")));
        laptop = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1280, 800).setLocale("zh-CN"));
    }

    @AfterEach
    void putThemAway() {
        phone.close();
        laptop.close();
    }

    @Test
    void aVillagerLearnsRehearsesThroughAnOutageIsGradedAndMovesTheFunnelByOne() {
        enrolAndIssueTheCard();
        int gradedBefore = reached("graded");
        Page page = phone.newPage();

        signInByCard(page);
        learnTheFirstLesson(page);
        String attempt = rehearseThroughAnOutageAndAReload(page);
        handIn(page, attempt);
        theRecordingIsOneWithItsGap(attempt);
        GradingDesk.grade(laptop.newPage(), attempt);
        openTheFeedback(page, attempt);

        assertThat(reached("graded")).isEqualTo(gradedBefore + 1);
        theCountySeesIt(gradedBefore + 1);
    }

    private void enrolAndIssueTheCard() {
        cohort = classes.open().toString();
        Tokens.as("officer1")
                .contentType("text/csv")
                .body(ROSTER.getBytes(StandardCharsets.UTF_8))
                .post("/api/rosters?cohort={id}&dryRun=false", cohort)
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));
        String trainee = Tokens.as("officer1")
                .get("/api/cohorts/{id}/trainees?stage=enrolled&limit=500", cohort)
                .jsonPath()
                .getString("find { it.name == '演示·路上人' }.id");
        newcomers.assign("fengcheng", MENTOR, UUID.fromString(trainee));
        String printed = Tokens.as("coordinator1")
                .redirects()
                .follow(false)
                .formParam("trainee", trainee)
                .post("/cohorts/{id}/cards", cohort)
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        Matcher card = CARD.matcher(Tokens.as("coordinator1").get(printed).asString());
        assertThat(card.find()).isTrue();
        login = card.group("login");
        pin = card.group("pin");
    }

    /** The card opens the page that asks for the PIN only, and the sixth digit sends it. */
    private void signInByCard(Page page) {
        page.navigate(SITE + "/card/" + login);
        shot(page, "pin");
        for (char digit : pin.toCharArray()) {
            page.locator("[data-digit='" + digit + "']").tap();
        }
        assertThat(page.locator(".road")).isVisible();
        shot(page, "home");
    }

    /** From the card: one tap to the lesson, one to finish it. */
    private void learnTheFirstLesson(Page page) {
        int learningBefore = reached("learning");
        page.locator(".thumb a.go:not([hidden])").tap();
        assertThat(page.locator("article.lesson")).isVisible();
        shot(page, "lesson");
        page.locator(".thumb button.go[type=submit], .thumb form button.go").tap();
        page.waitForURL(Pattern.compile(".*/quiz$"));
        answerTheQuiz(page);
        page.waitForCondition(() -> reached("learning") > learningBefore);
    }

    /** A reload, or another page between, and it is on the same question. */
    private void answerTheQuiz(Page page) {
        QuizOnScreen quiz = new QuizOnScreen(page, curriculum.quiz(page.url().split("/")[5]));
        quiz.answer();
        String second = quiz.shown();
        page.reload();
        assertThat(page.locator("[data-item='" + second + "']")).isVisible();
        quiz.answer();
        String third = quiz.shown();
        page.navigate(SITE + "/learn");
        page.goBack();
        assertThat(page.locator("[data-item='" + third + "']")).isVisible();
        for (int left = quiz.asked() - 2; left > 0; left--) {
            quiz.answer();
        }
        assertThat(page.locator("h1[data-result='passed']")).isVisible();
    }

    private String rehearseThroughAnOutageAndAReload(Page page) {
        page.navigate(SITE + "/practice/new");
        page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
        page.locator("input[name=product]").fill("富硒大米");
        page.locator(".thumb button.go, .thumb a.go").first().tap();
        page.waitForURL(Pattern.compile(".*/practice/camera#.*"));
        String attempt = page.url().substring(page.url().indexOf('#') + 1);
        tap(page, "开始录");
        assertThat(page.getByText(Pattern.compile("已存到 00:(0[4-9]|[1-5]\\d)"))).isVisible();

        phone.setOffline(true);
        int beforeTheReload = stored(page) + SECONDS_OFFLINE;
        recordUntil(page, beforeTheReload);
        page.reload();
        tap(page, "接着录");
        recordUntil(page, beforeTheReload + SECONDS_OFFLINE);
        phone.setOffline(false);

        recordUntil(page, beforeTheReload + SECONDS_OFFLINE + 2);
        shot(page, "on-air");
        tap(page, "结束");
        tap(page, "录完了");
        assertThat(page.getByRole(AriaRole.HEADING).filter(new Locator.FilterOptions().setHasText("录好了")))
                .isVisible();
        return attempt;
    }

    /** Goes on recording until so many seconds are kept on the phone. */
    private static void recordUntil(Page page, int seconds) {
        page.waitForCondition(() -> stored(page) >= seconds);
    }

    private static int stored(Page page) {
        Matcher clock = CLOCK.matcher(page.locator("[data-stored]").textContent());
        return clock.find() ? Integer.parseInt(clock.group(1)) * 60 + Integer.parseInt(clock.group(2)) : 0;
    }

    private void handIn(Page page, String attempt) {
        tap(page, "交给老师");
        assertThat(page.getByText("已交给老师").first()).isVisible();
        page.waitForCondition(() -> "submitted".equals(state(attempt)));
        page.navigate(SITE + "/practice/" + attempt);
        shot(page, "handed-in");
    }

    private void theRecordingIsOneWithItsGap(String attempt) {
        Tokens.as(MENTOR)
                .get("/api/attempts/" + attempt)
                .then()
                .statusCode(200)
                .body("gaps.size()", equalTo(1))
                .body("gaps[0].lengthMs", greaterThan(0))
                .body("durationMs", greaterThan(10_000));
    }

    private void openTheFeedback(Page page, String attempt) {
        page.navigate(SITE + "/practice/" + attempt + "/feedback");
        assertThat(page.getByText("先报重量和价钱，再讲故事").first()).isVisible();
        shot(page, "feedback");
        page.locator("a.row[data-from]").first().tap();
        assertThat(page.locator("dialog.clip")).isVisible();
        page.waitForCondition(
                () -> (Boolean) page.evaluate("document.querySelector('dialog.clip video').readyState >= 2"));
    }

    private void theCountySeesIt(int graded) {
        try (BrowserContext office = Chromium.withCamera()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1280, 800)
                        .setLocale("zh-CN"))) {
            Page desk = office.newPage();
            desk.navigate(SITE + "/cohorts/" + cohort);
            desk.locator("#username").fill("officer1");
            desk.locator("#password").fill("tianbo-demo");
            desk.locator("#kc-login").click();
            assertThat(desk.locator("a[href$='stage=graded']").first()).containsText(Integer.toString(graded));
            shot(desk, "funnel");
        }
    }

    private static void tap(Page page, String name) {
        Locator button = page.getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
        assertThat(button).isVisible();
        button.tap();
    }

    private static String state(String attempt) {
        return Attempts.state(MENTOR, UUID.fromString(attempt));
    }

    private int reached(String stage) {
        return Tokens.as("officer1")
                .get("/api/cohorts/{id}/funnel", cohort)
                .jsonPath()
                .getInt("stages.find { it.stage == '" + stage + "' }.count");
    }

    /** Pictures of each station, for people to look at. */
    static void shot(Page page, String station) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "road", station + ".png")));
    }
}
