package org.tianbo.road;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.Lessons;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.http.PageSession;

/** The phone of a trainee, who signs in by the card in a browser; what takes weeks is then sent as that phone would. */
final class TraineesPhone {

    private static final Pattern PAPER = Pattern.compile("action=\"/my-store/gates/([a-z-]+)\"");
    private static final int MOST_PAPERS = 20;

    private final String cookies;

    private TraineesPhone(String cookies) {
        this.cookies = cookies;
    }

    /** Scans the card and types the PIN, whose last digit sends it. */
    static TraineesPhone signIn(OfficersDesk.Card card) {
        try (BrowserContext phone = Chromium.plain()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(TianboServices.SITE)
                        .setLocale("zh-CN")
                        .setViewportSize(360, 800))) {
            Page page = phone.newPage();
            page.navigate("/card/" + card.login());
            for (char digit : card.pin().toCharArray()) {
                page.locator("[data-digit='" + digit + "']").click();
            }
            assertThat(page.locator(".road")).isVisible();
            return new TraineesPhone(phone.cookies().stream()
                    .filter(cookie -> cookie.name.startsWith("q_session"))
                    .map(cookie -> cookie.name + "=" + cookie.value)
                    .collect(Collectors.joining("; ")));
        }
    }

    void learnEverything(Curriculum curriculum, Instant at) {
        Lessons.learnEverything(curriculum, request(), at);
    }

    /** Records, and hands it in. */
    UUID rehearse(String product) {
        return Attempts.submitted(product, this::request);
    }

    /** Begins a store and shows every paper that is asked for. */
    void showEveryPaper() {
        form().post("/my-store").then().statusCode(303);
        Optional<String> paper = paper();
        for (int shown = 0; paper.isPresent(); shown++) {
            assertThat(shown).as(paper.get()).isLessThan(MOST_PAPERS);
            form().formParams(Map.of("words", "自家的", "link", OfficersDesk.SHOP))
                    .post("/my-store/gates/" + paper.get())
                    .then()
                    .statusCode(303);
            paper = paper();
        }
    }

    private Optional<String> paper() {
        Matcher asked = PAPER.matcher(
                request().get("/my-store").then().statusCode(200).extract().asString());
        return asked.find() ? Optional.of(asked.group(1)) : Optional.empty();
    }

    private RequestSpecification form() {
        return request().accept("text/html").contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    private RequestSpecification request() {
        return PageSession.requestWith(cookies).accept("*/*").header("Sec-Fetch-Site", "same-origin");
    }
}
