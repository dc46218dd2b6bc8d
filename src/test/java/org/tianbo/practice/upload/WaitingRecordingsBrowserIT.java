package org.tianbo.practice.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.practice.CountyChunks;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;

/**
 * Recordings go up from whatever page a trainee has open, and every page says how much still waits. Each
 * sentence is looked for in one of the two languages, {@code PracticeAccessibilityBrowserIT} sees the pages in both.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(WaitingRecordingsBrowserIT.TRAINEE)
class WaitingRecordingsBrowserIT {

    static final String TRAINEE = "waiting-recordings-phone";
    private static final String CALLS = "/api/attempts/.*";
    private static final String LESSON = "/learn/speaking-to-camera/first-sentence";

    @Inject
    CountyChunks stored;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock = """
                    zh-CN | 录像还有 # MB 等着上传 | 已存到县里 ✓
                    """)
    void theHomePageSaysHowMuchWaitsAndSendsItOnceThereIsANetwork(String language, String waiting, String safe) {
        try (Phone phone = new Phone(Chromium.plain(), language, List.of())) {
            phone.comeAs(TRAINEE);
            phone.keep("/");
            phone.nothingWaits();
            assertThat(phone.loaded()).noneMatch(file -> file.contains("practice-sender"));
            UUID attempt = phone.beginFromTheGallery("米粉");
            phone.context().setOffline(true);
            phone.pick(Attempts.clip());
            phone.handIn();
            List<String> recorded = phone.pieces(attempt);

            phone.go("/");
            phone.says(waiting.replace("#", megabytes(phone.bytes(attempt))));
            assertThat(phone.statuses("PUT", CALLS)).isEmpty();
            phone.context().setOffline(false);
            phone.says(safe);
            arrived(attempt);
            assertThat(stored.pieces("fengcheng", attempt)).isEqualTo(recorded);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    en-US | # MB wait for Wi-Fi | Recordings: # MB to send | Saved with the county ✓
                    """)
    void onWifiOnlyNoPageSendsUnlessRequested(String language, String waiting, String unsent, String safe) {
        try (Phone phone = new Phone(Chromium.plain(), language, List.of())) {
            phone.comeAs(TRAINEE);
            phone.keep(LESSON);
            phone.go("/practice/new");
            phone.switchWifiOnly(true);
            UUID attempt = phone.beginFromTheGallery("米粉");
            phone.pick(Attempts.clip());
            phone.handIn();
            String confirmation = waiting.replace("#", megabytes(phone.bytes(attempt)));

            for (String page : List.of("/", "/learn", LESSON, "/my-store", "/practice")) {
                phone.go(page);
                phone.says(confirmation);
            }
            assertThat(phone.statuses("PUT", CALLS)).isEmpty();

            phone.go("/practice/new");
            // The page of the setting would send at once, and another page says "saved" only if it saw it wait.
            phone.context().setOffline(true);
            phone.switchWifiOnly(false);
            phone.go(LESSON);
            phone.says(unsent.replace("#", megabytes(phone.bytes(attempt))));
            phone.context().setOffline(false);
            phone.says(safe);
            arrived(attempt);
        }
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", Math.max(bytes, 100_000) / 1e6);
    }

    private static void arrived(UUID attempt) {
        Eventually.value(() -> Attempts.state(TRAINEE, attempt), "submitted"::equals);
    }
}
