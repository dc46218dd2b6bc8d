package org.tianbo.practice.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.media.Media;
import org.tianbo.media.storage.FullDisk;
import org.tianbo.media.storage.RoomyDisk;
import org.tianbo.testsupport.Chromium;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/**
 * Whatever goes wrong on the way up, the recording stays on the phone and arrives byte for byte. Recording takes its
 * time: each sentence is looked for in one of the two languages, {@code ReadableBrowserIT} sees the pages in both.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class HardWayUpBrowserIT {

    private static final String TRAINEE = "trainee3";
    private static final String COUNTY = "fengcheng";

    @Inject
    CountyChunks stored;

    @Inject
    Media media;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    zh-CN | 网上满了，先存手机 | 网上存满了，录像先留在手机里，过一分钟自动再试。 | 已交给老师 ✓
                    """)
    void aFullServerLeavesTheRecordingOnThePhoneUntilThereIsRoom(
            String language, String onAir, String afterwards, String handedIn) {
        try (Phone phone = new Phone(Chromium.withCamera(), language, Phone.CAMERA)) {
            phone.comeAs(TRAINEE);
            UUID attempt = phone.begin("冻米糖");
            FullDisk.install();
            phone.record();
            phone.says(onAir);
            phone.end();
            phone.says(afterwards);
            assertThat(phone.statuses("PUT", ".*/chunks/0")).contains(507).doesNotContain(200, 201);
            assertThat(stored.pieces(COUNTY, attempt)).isEmpty();

            RoomyDisk.install();
            phone.handIn();
            phone.says(handedIn);
            allIsThere(phone, attempt);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock = """
                    zh-CN | 已传到 | 全部上传好了 ✓
                    """)
    void whatTheServerMissesAtTheFinishIsSentOnceMore(String language, String onAir, String allSent) {
        try (Phone phone = new Phone(Chromium.withCamera(), language, Phone.CAMERA)) {
            phone.comeAs(TRAINEE);
            UUID attempt = phone.begin("冻米糖");
            phone.record();
            phone.awaits("[data-sent]", onAir + " 00:(0[2-9]|[1-9]\\d)");
            media.delete(stored.keys(COUNTY, attempt).get(0));
            phone.end();
            phone.says(allSent);
            assertThat(phone.statuses("POST", ".*/finish")).containsExactly(409, 202);
            allIsThere(phone, attempt);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock = """
                    en-US | All sent ✓
                    """)
    void aChunkSpoiltOnItsWayIsRefusedAndSentAgain(String language, String allSent) {
        AtomicBoolean spoilt = new AtomicBoolean();
        try (Phone phone = new Phone(Chromium.withCamera(), language, Phone.CAMERA)) {
            phone.context()
                    .route(
                            url -> url.endsWith("/chunks/1"),
                            route -> route.resume(
                                    spoilt.getAndSet(true)
                                            ? new Route.ResumeOptions()
                                            : new Route.ResumeOptions().setPostData(spoil(route))));
            phone.comeAs(TRAINEE);
            UUID attempt = phone.begin("冻米糖");
            phone.record();
            phone.end();
            phone.says(allSent);
            assertThat(phone.statuses("PUT", ".*/chunks/1")).containsExactly(422, 201);
            allIsThere(phone, attempt);
        }
    }

    /** What each of them answers, {@code QuotaIT} knows. */
    @Test
    void thePhoneSaysWhoseSpaceIsUsedUpAndWhatToDo() {
        AtomicReference<String> full = new AtomicReference<>("practice.quota-bytes");
        try (Phone phone = new Phone(Chromium.withCamera(), "zh-CN", Phone.CAMERA)) {
            phone.context()
                    .route(
                            url -> url.contains("/chunks/"),
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setStatus(507)
                                    .setContentType("application/problem+json")
                                    .setBody("{\"code\": \"" + full.get() + "\"}")));
            phone.comeAs(TRAINEE);
            phone.begin("冻米糖");
            phone.record();
            phone.says("您的地方满了，先存手机");
            phone.end();
            phone.says("请到“我的练播”删掉用不着的，或者请县里办公室多给一点地方");
            full.set("practice.quota-chunks");
            phone.networkIsBack();
            phone.says("没录完的练播太多了");
            full.set("practice.quota-county");
            phone.networkIsBack();
            phone.says("请告诉县里办公室，腾出地方后会自己传");
        }
    }

    private static byte[] spoil(Route route) {
        byte[] bytes = route.request().postDataBuffer().clone();
        bytes[bytes.length / 2] ^= 1;
        return bytes;
    }

    /** What the phone recorded lies on the server's disk, and a recording is made of it. */
    private void allIsThere(Phone phone, UUID attempt) {
        List<String> recorded = phone.pieces(attempt);
        assertThat(recorded).isNotEmpty();
        assertThat(stored.pieces(COUNTY, attempt)).isEqualTo(recorded);
        String state = Awaited.value(
                () -> Tokens.as(TRAINEE).get("/api/attempts/{id}", attempt).path("state"),
                status -> !"processing".equals(status));
        assertThat(state).isIn("ready", "submitted");
    }
}
