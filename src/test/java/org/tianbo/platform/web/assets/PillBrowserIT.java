package org.tianbo.platform.web.assets;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.testsupport.browser.Chromium;

/** How wide words are only a browser knows; no server is started. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PillBrowserIT {

    private static final List<String> SENTENCES = List.of(
            "allSafe",
            "waiting",
            "refused",
            "clockWrong",
            "recordingsHeld",
            "recordingsGoing",
            "recordingsForWifi",
            "recordingStuck",
            "recordingsPreparing",
            "recordingFailed",
            "recordingNotDeleted");

    /** What of the sentences takes more than one line, or more than the pill is wide. */
    private static final String BROKEN =
            """
            () => [...document.querySelectorAll('[data-pill] a')].filter((link) => {
                const line = document.createRange();
                line.selectNodeContents(link);
                const lines = new Set([...line.getClientRects()].map(({ top }) => top)).size;
                const pill = link.parentElement.getBoundingClientRect();
                return lines > 1 || line.getBoundingClientRect().right > pill.right || pill.right > innerWidth;
            }).map((link) => link.textContent)""";

    private Page page;

    @BeforeAll
    void aPhone() {
        page = Chromium.plain().newContext(new Browser.NewContextOptions()).newPage();
    }

    @AfterAll
    void switchOff() {
        page.context().close();
    }

    @ParameterizedTest(name = "{0} at {1} px, letters {2}, default {3} px")
    @CsvSource({
        "app, 320, '', 16", "app, 320, xl, 16", "app, 180, '', 16", "app, 320, xl, 32",
        "app_en, 320, '', 16", "app_en, 320, xl, 16", "app_en, 180, '', 16", "app_en, 320, xl, 32"
    })
    void everySentenceTakesOneLine(String bundle, int width, String letters, int defaultSize) {
        page.setViewportSize(width, 640);
        page.setContent(page(bundle, letters, defaultSize));

        assertThat((List<?>) page.evaluate(BROKEN)).isEmpty();
    }

    private static String page(String bundle, String letters, int defaultSize) {
        Stream<String> pills = SENTENCES.stream()
                .map(ResourceBundle.getBundle("messages/" + bundle)::getString)
                .map(sentence -> sentence.replace("{count}", "120").replace("{mb}", "1234.5"))
                .map(sentence -> "<div class=\"pill\" data-pill><a href=\"/\">" + sentence + "</a></div>");
        return "<!doctype html><html lang=\"zh-CN\" data-text=\"" + letters + "\"><style>" + style(defaultSize)
                + "</style><main class=\"phone\">" + String.join("", pills.toList()) + "</main></html>";
    }

    private static String style(int defaultSize) {
        String style = Asset.at(AssetIndex.built().url("base.css"))
                .forms()
                .get(Encoding.IDENTITY)
                .toString();
        return style.replace("min(100%", "min(" + defaultSize + "px");
    }
}
