package org.tianbo.road;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** A mentor's laptop, on which a rehearsal is watched and graded. */
final class GradingDesk {

    private GradingDesk() {}

    /** Sign in, take the next, send: everything else is watching and scoring. */
    static void grade(Page desk, String attempt) {
        desk.navigate(TianboServices.SITE + "/mentoring");
        desk.locator("#username").fill(WholeRoadBrowserIT.MENTOR);
        desk.locator("#password").fill("tianbo-demo");
        desk.locator("#kc-login").click();
        desk.locator("form:has(input[value='" + attempt + "']) button").click();
        assertThat(desk.locator("[data-video]")).isVisible();
        desk.waitForLoadState();
        desk.waitForCondition(() -> (Boolean) desk.evaluate("document.querySelector('[data-video]').readyState >= 2"));
        score(desk);
        WholeRoadBrowserIT.shot(desk, "grading");
        String review = desk.url().substring(desk.url().lastIndexOf('/') + 1);
        desk.locator("[data-publish]").click();
        desk.locator("#preview button[value=send]").click();
        desk.waitForCondition(() -> Tokens.as(WholeRoadBrowserIT.MENTOR)
                .get("/api/reviews/" + review)
                .jsonPath()
                .getString("state")
                .equals("published"));
    }

    private static void score(Page desk) {
        for (Locator criterion : desk.locator("fieldset[data-criterion]").all()) {
            criterion.locator("label:has(input[value='4'])").click();
        }
        desk.locator("[data-compliance] label:has(input[value='no'])").click();
        for (String text : List.of("开头报了村子和名字", "当场煮给大家看")) {
            moment(desk, "well-done", text);
        }
        moment(desk, "change", "先报重量和价钱，再讲故事");
    }

    private static void moment(Page desk, String kind, String text) {
        desk.locator("[data-editor] label:has(input[value='" + kind + "'])").click();
        desk.locator("[data-from]").first().click();
        desk.locator("#words").fill(text);
        desk.locator("[data-editor] button[type=submit]").click();
        assertThat(desk.locator("[data-moments]")).containsText(text);
    }
}
