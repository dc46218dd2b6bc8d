package org.tianbo.practice.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;

/** Taking back and deleting on the phone: what each dialog says is what happens, without a network too. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(value = DeleteAndTakeBackBrowserIT.TRAINEE, mentor = "mentor1")
class DeleteAndTakeBackBrowserIT {

    static final String TRAINEE = "delete-and-take-back-phone";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    zh-CN | 老师还没开始看，就能拿回来 | 交给老师之前，谁也看不到 | 手机里和网上都会删掉，找不回来。
                    """)
    void takenBackAndDeletedWithoutNetworkItIsGoneFromTheServerOnceThereIsOne(
            String language, String untilAMentorBegins, String unseen, String everywhere) {
        UUID attempt = Attempts.submitted(TRAINEE, "霉豆腐");
        try (Phone phone = new Phone(Chromium.plain(), language, List.of())) {
            phone.comeAs(TRAINEE);
            phone.keep("/practice");
            Locator listed = phone.at("[data-attempt='" + attempt + "']");
            PlaywrightAssertions.assertThat(listed).hasCount(1);
            phone.go("/practice/" + attempt);
            phone.tap("[data-do=take-back]");
            phone.says(untilAMentorBegins);
            phone.tap("dialog[data-confirm=take-back] button[value=yes]");
            phone.says(unseen);
            state(attempt, 200);

            phone.context().setOffline(true);
            phone.tap("[data-do=delete]");
            phone.says(everywhere);
            phone.tap("dialog[data-confirm=delete] button[value=yes]");
            phone.page().waitForURL("**/practice");
            phone.awaits("[data-pill]", ".*1.*");
            PlaywrightAssertions.assertThat(listed).hasCount(0);
            state(attempt, 200);

            phone.context().setOffline(false);
            Eventually.value(() -> status(attempt), code -> code == 404);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    en-US | A mentor has begun to watch it, so it cannot be taken back.
                    """)
    void onceAMentorHasBegunItStaysHandedIn(String language, String begun) {
        UUID attempt = Attempts.submitted(TRAINEE, "霉豆腐");
        beginsToWatch(attempt);
        try (Phone phone = new Phone(Chromium.plain(), language, List.of())) {
            phone.comeAs(TRAINEE);
            phone.go("/practice/" + attempt);
            phone.tap("[data-do=take-back]");
            phone.tap("dialog[data-confirm=take-back] button[value=yes]");
            phone.says(begun);
            assertThat(phone.at("[data-do=delete]").count()).isZero();
        }
    }

    /**
     * Deleted here without a network, handed in on another phone before there was one; a mentor may have begun by then.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    zh-CN | false | 有录像没删掉，点这里看 | 您删过这段录像，可是它已经交给老师了，所以没有删掉。
                    en-US | true | Not deleted: tap to see why | You deleted this recording, but it had been handed \
                    in already, so it was not deleted.
                    """)
    void aDeletionThatComesTooLateIsReported(String language, boolean begun, String everywhere, String notDeleted) {
        UUID attempt = Attempts.submitted(TRAINEE, "霉豆腐");
        Tokens.as(TRAINEE).post("/api/attempts/{id}/take-back", attempt).then().statusCode(200);
        try (Phone phone = new Phone(Chromium.plain(), language, List.of())) {
            phone.comeAs(TRAINEE);
            phone.keep("/practice");
            phone.go("/practice/" + attempt);
            phone.context().setOffline(true);
            phone.tap("[data-do=delete]");
            phone.tap("dialog[data-confirm=delete] button[value=yes]");
            phone.page().waitForURL("**/practice");
            Tokens.as(TRAINEE).post("/api/attempts/{id}/submit", attempt).then().statusCode(200);
            if (begun) {
                beginsToWatch(attempt);
            }

            phone.context().setOffline(false);
            phone.says(everywhere);
            phone.go("/learn");
            phone.says(everywhere);
            phone.tap("[data-pill] a");
            phone.says(notDeleted);
            phone.shows("[data-do=take-back]");
            phone.go("/practice");
            phone.nothingWaits();
            PlaywrightAssertions.assertThat(phone.at("[data-attempt='" + attempt + "']"))
                    .hasCount(1);
        }
    }

    private static void beginsToWatch(UUID attempt) {
        Tokens.as("mentor1")
                .contentType("application/json")
                .body(Map.of("attempt", attempt.toString()))
                .post("/api/reviews/claim")
                .then()
                .statusCode(200);
    }

    private static int status(UUID attempt) {
        return Tokens.as(TRAINEE).get("/api/attempts/{id}", attempt).statusCode();
    }

    private static void state(UUID attempt, int code) {
        assertThat(status(attempt)).isEqualTo(code);
    }
}
