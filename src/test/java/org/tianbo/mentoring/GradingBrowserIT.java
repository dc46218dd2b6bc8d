package org.tianbo.mentoring;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.people.Mentorships;
import org.tianbo.people.People;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.SignInPage;

/** A mentor's quarter of an hour at a laptop, by keyboard. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class GradingBrowserIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Pattern SAVED = Pattern.compile("^已保存");
    private static final int CRITERIA = 9;

    @Inject
    Newcomers newcomers;

    @Inject
    People people;

    @Inject
    Mentorships mentorships;

    @Inject
    CurrentCounty county;

    private String trainee;
    private String mentor;
    private UUID traineeId;
    private UUID mentorId;
    private Page page;

    @BeforeEach
    void aTraineeAndTheirMentor() {
        int number = NUMBER.incrementAndGet();
        trainee = "on-screen-" + number;
        mentor = "at-the-desk-" + number;
        traineeId = newcomers.join(trainee, Roles.TRAINEE);
        mentorId = mentors(mentor);
    }

    @AfterEach
    void leaveTheDesk() {
        Chromium.close(page.context());
    }

    @Test
    void fromTheQueueToTheNextOneWithoutTheMouse() {
        Attempts.submitted(trainee, "先交的冻米糖");
        UUID second = Attempts.submitted(trainee, "后交的豆腐乳");
        page = SignInPage.open(Chromium.plain(), mentor, "/mentoring");
        assertThat(page.locator("tbody th")).hasCount(2);

        page.locator(".next").focus();
        page.keyboard().press("Enter");
        atTheDesk("先交的冻米糖");
        // However long the test takes to look, the film has not ended.
        page.evaluate("() => { document.querySelector('[data-video]').loop = true; }");
        page.keyboard().press("k");
        page.waitForCondition(() -> playing() && now() > 0.5);
        page.keyboard().press("n");
        assertThat(page.locator("#words")).isFocused();
        page.keyboard().type("先报重量和价钱");
        assertThat(playing()).as("the player pauses while one writes").isFalse();
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("[data-moments] .moment")).hasCount(1);
        assertThat(page.locator("[data-moments] [data-words]")).hasText("先报重量和价钱");
        page.waitForCondition(this::playing);
        page.keyboard().press("k");

        scoreEverything();
        assertThat(page.locator("[data-score]")).hasText("80");
        page.locator("[data-publish]").click();
        assertThat(page.locator("#missing")).isVisible();
        assertThat(page.locator("#missing li")).hasCount(1);
        page.keyboard().press("Escape");
        page.locator("[name=broken][value=no]").focus();
        page.keyboard().press("Space");
        assertThat(page.locator("[data-saved]")).hasText(SAVED);

        String first = page.url();
        page.locator("[data-publish]").focus();
        page.context().setOffline(true);
        page.keyboard().press("Enter");
        assertThat(page.locator("#preview")).isVisible();
        assertThat(page.locator("[data-preview-score]")).hasText("80");
        assertThat(page.locator("[data-preview-change]")).hasText("先报重量和价钱");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.getByText("现在没有网，还没交上去")).isVisible();
        page.context().setOffline(false);
        page.locator("[data-publish]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#preview")).isVisible();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page).not().hasURL(first);
        assertThat(page.locator("h1")).hasText("后交的豆腐乳");
        Tokens.as(mentor)
                .get("/api/reviews/" + page.url().replaceAll(".*/", ""))
                .then()
                .body("attempt", org.hamcrest.Matchers.equalTo(second.toString()));
    }

    @Test
    void aDraftIsThereAgainAfterTheWindowWasClosed() {
        open("半句话的红薯粉");
        write("说到一半");
        page.locator("[data-criterion=opening] input[value='4']").focus();
        page.keyboard().press("4");
        assertThat(page.locator("[data-saved]")).hasText(SAVED);

        page.reload();

        assertThat(page.locator("[data-moments] [data-words]")).hasText("说到一半");
        assertThat(page.locator("[data-criterion=opening] input[value='4']")).isChecked();
        whatIsTooLongIsCountedAndNotCut();
    }

    @Test
    void twoWindowsThatWroteAreComparedAndNoWordIsLost() {
        open("两个窗口的米糕");
        Page other = page.context().newPage();
        other.navigate(page.url());
        write("这个窗口写的");
        assertThat(page.locator("[data-saved]")).hasText(SAVED);

        Page first = page;
        page = other;
        write("那个窗口写的");

        Locator dialog = other.locator("#stale");
        assertThat(dialog).isVisible();
        assertThat(dialog.locator("h2")).hasText("别的窗口刚存过一版");
        assertThat(dialog).containsText("您写的没有丢。要留哪一版？");
        assertThat(dialog.locator("[data-theirs]")).containsText("这个窗口写的");
        assertThat(dialog.locator("[data-mine]")).containsText("那个窗口写的");
        dialog.locator("[value=both]").focus();
        other.keyboard().press("Enter");
        assertThat(other.locator("[data-saved]")).hasText(SAVED);

        first.reload();
        assertThat(first.locator("[data-moments] [data-words]")).hasCount(2);
    }

    @Test
    void whoeverLostTheLeaseIsToldSoInWordsAndKeepsTheirOwn() {
        UUID attempt = open("被接手的辣椒酱");
        page.context()
                .addCookies(List.of(new com.microsoft.playwright.options.Cookie("lang", "en").setUrl(page.url())));
        page.reload();
        String second = mentor + "-b";
        mentors(second);
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofHours(3)), Clock.class);
        Tokens.as(second)
                .contentType("application/json")
                .body(Map.of("attempt", attempt.toString()))
                .post("/api/reviews/claim")
                .then()
                .statusCode(200);

        write("too late");

        assertThat(page.locator("[data-leftover]")).isVisible();
        assertThat(page.locator("[data-leftover]"))
                .containsText("Another mentor is grading this one. Your words are still on this computer.");
        assertThat(page.locator("[data-moments] [data-words]")).hasText("too late");

        page.reload();
        assertThat(page.locator("[data-leftover-words]")).containsText("too late");
        page.locator("[data-discard]").click();
        page.reload();
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator("[data-leftover]")).isHidden();
    }

    @Test
    void textOfAReviewThatIsNoLongerTheirsWaitsInTheQueue() {
        open("换了老师的笋干");
        page.route("**/api/reviews/*", route -> route.abort());
        write("没来得及存的话");
        assertThat(page.locator("[data-saved]")).hasClass(Pattern.compile("wait"));
        county.run("fengcheng", () -> mentorships.unassign(traineeId, mentorId, mentorId));

        page.navigate(page.url().replaceAll("/[^/]*$", ""));

        assertThat(page.locator("[data-leftover]")).containsText("换了老师的笋干");
        assertThat(page.locator("[data-leftover-words]")).containsText("没来得及存的话");
        page.locator("[data-discard]").click();
        page.reload();
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator("[data-leftover]")).hasCount(0);
    }

    @Test
    void aSpanSetByInAndOutKeepsItsPlaceWhenItsTextIsWritten() {
        open("先标后写的米酒");
        page.locator("h1").click();
        page.keyboard().press("i");
        page.keyboard().press("l");
        page.keyboard().press("o");
        page.keyboard().press("n");
        assertThat(page.locator("#words")).isFocused();
        page.keyboard().type("这一段说得好");
        page.keyboard().press("Control+Enter");

        assertThat(page.locator("[data-moments] [data-see]")).hasText("0:00–0:05");
    }

    /** How letters are counted, {@code letter-counter.test.js} knows. */
    private void whatIsTooLongIsCountedAndNotCut() {
        page.locator("#words").fill("好".repeat(503));

        assertThat(page.locator("[data-editor] .counter")).hasText("多了 3 个字，请删短一些");
        assertThat(page.locator("#words")).hasValue("好".repeat(503));
        assertThat(page.locator("[data-saved]")).containsText("没有存上");
    }

    private UUID open(String title) {
        UUID attempt = Attempts.submitted(trainee, title);
        page = SignInPage.open(Chromium.plain(), mentor, "/mentoring");
        page.locator(".next").click();
        atTheDesk(title);
        return attempt;
    }

    /** The page hears keys once its script runs, and leads through the film once its length is known. */
    private void atTheDesk(String title) {
        assertThat(page.locator("h1")).hasText(title);
        page.waitForLoadState();
        page.waitForFunction("() => document.querySelector('[data-video]').readyState > 0");
    }

    private void write(String text) {
        page.locator("h1").click();
        page.keyboard().press("n");
        assertThat(page.locator("#words")).isFocused();
        page.keyboard().type(text);
        page.keyboard().press("Control+Enter");
    }

    private void scoreEverything() {
        page.locator("[data-criterion] input").first().focus();
        for (int criterion = 0; criterion < CRITERIA; criterion++) {
            page.keyboard().press("4");
        }
    }

    private boolean playing() {
        return (boolean) page.evaluate("!document.querySelector('[data-video]').paused");
    }

    private double now() {
        return ((Number) page.evaluate("document.querySelector('[data-video]').currentTime")).doubleValue();
    }

    private UUID mentors(String login) {
        UUID id = newcomers.join(login, Roles.MENTOR);
        county.run("fengcheng", () -> people.assign(id, traineeId));
        return id;
    }
}
