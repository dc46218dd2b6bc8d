package org.tianbo.practice.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tianbo.practice.Chunks.take;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.practice.Chunks;
import org.tianbo.practice.CountyAttempts;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;

/**
 * A recording that could not be made is nobody's loss: its page says so and has it made once more. Each
 * sentence is looked for in one of the two languages, {@code PracticeAccessibilityBrowserIT} sees the pages in both.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(FailedRecordingBrowserIT.TRAINEE)
class FailedRecordingBrowserIT {

    static final String TRAINEE = "failed-recording-phone";
    private static final String COUNTY = "fengcheng";

    @Inject
    CountyAttempts attempts;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    zh-CN | 这段录像没能整理好，老师看不到它 | 这会儿机器太忙，录像没能整理好。传来的原件都还在 | 没能开始整理，请看看网络，再点一次。
                    """)
    void whatTheWorkersFailedAtIsPreparedAgainWithOneTap(String language, String failed, String kept, String notBegun) {
        UUID attempt = Attempts.ready(TRAINEE, "米粉");
        attempts.exhausted(COUNTY, attempt);
        try (Phone phone = new Phone(Chromium.plain(), language, List.of())) {
            phone.comeAs(TRAINEE);
            phone.go("/practice/" + attempt);
            phone.says(failed);
            phone.says(kept);
            assertThat(phone.at(".thumb .go").count()).as("one way out").isOne();
            phone.context().setOffline(true);
            phone.tap("[data-do=retry]");
            phone.says(notBegun);
            phone.context().setOffline(false);
            phone.tap("[data-do=retry]");
            phone.shows("[data-player]");
            phone.shows("[data-do=submit]");
            comesTo(attempt, "ready");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    zh-CN | 录像里没有能看的画面，也没有能听的声音，再整理也还是这样。 | 再录一遍
                    en-US | There is neither a picture nor a sound in the recording | Record again
                    """)
    void whereNothingCanBeSeenOrHeardRecordingAgainIsTheOneWayOut(String language, String empty, String recordAgain) {
        UUID attempt = Chunks.attemptOf(TRAINEE);
        Chunks.put(TRAINEE, attempt, 1, 0, Chunks.bytes("this is no video"))
                .then()
                .statusCode(201);
        Chunks.finish(TRAINEE, attempt, List.of(take(1, 1))).then().statusCode(202);
        comesTo(attempt, "failed");
        try (Phone phone = new Phone(Chromium.plain(), language, List.of())) {
            phone.comeAs(TRAINEE);
            phone.go("/practice/" + attempt);
            phone.says(empty);
            assertThat(phone.at(".thumb .go").innerText()).contains(recordAgain);
            assertThat(phone.at(".thumb .go").getAttribute("href")).isEqualTo("/practice/new");
            assertThat(phone.at("[data-do=retry]").count()).isZero();
        }
    }

    /** The hand-in was asked for on the phone, and waits there until the second try went well. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    en-US | This recording could not be prepared, so no mentor can see it. | Recording failed: tap \
                    here | Handed in ✓
                    """)
    void aHandInThatMetAFailureSaysSoEverywhereAndGoesOnAfterTheSecondTry(
            String language, String failed, String everywhere, String handedIn) {
        try (Phone phone = new Phone(Chromium.plain(), language, List.of())) {
            phone.comeAs(TRAINEE);
            UUID attempt = phone.beginFromTheGallery("米粉");
            phone.pick(Attempts.clip());
            comesTo(attempt, "ready");
            attempts.exhausted(COUNTY, attempt);
            phone.handIn();
            phone.says(failed);

            for (String page : List.of("/", "/my-store", "/learn")) {
                phone.go(page);
                phone.says(everywhere);
            }
            phone.tap("[data-pill] a");
            phone.tap("[data-do=retry]");
            phone.says(handedIn);
            comesTo(attempt, "submitted");
        }
    }

    private static void comesTo(UUID attempt, String state) {
        Eventually.value(() -> Attempts.state(TRAINEE, attempt), state::equals);
    }
}
