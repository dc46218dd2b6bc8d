package org.tianbo.practice.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.tianbo.media.storage.DiskWithSpace;
import org.tianbo.media.storage.FullDisk;
import org.tianbo.practice.CountyChunks;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;

/**
 * While the server is full the recording stays on the phone, which says why; then it arrives byte for byte. What else
 * goes wrong on the way up, {@code uploader-faults.test.js} proves without a browser.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(FullServerBrowserIT.TRAINEE)
class FullServerBrowserIT {

    static final String TRAINEE = "full-server-phone";
    private static final String COUNTY = "fengcheng";
    private static final String THE_SERVER_SAYS = "";

    @Inject
    CountyChunks stored;

    /** What a full server answers in each case, {@code QuotaIT} knows. */
    @Test
    void aFullServerLeavesTheRecordingOnThePhoneAndSaysWhyUntilThereIsRoom() {
        AtomicReference<String> full = new AtomicReference<>(THE_SERVER_SAYS);
        try (Phone phone = new Phone(Chromium.withCamera(), "zh-CN", Phone.CAMERA)) {
            phone.context().route("**/chunks/*", route -> answer(route, full.get()));
            phone.comeAs(TRAINEE);
            UUID attempt = phone.begin("冻米糖");
            FullDisk.install();
            phone.record();
            phone.says("网上满了，先存手机");
            full.set("practice.quota-bytes");
            phone.networkIsBack();
            phone.says("您的地方满了，先存手机");
            phone.end();
            phone.says("请到“我的练播”删掉用不着的，或者请县里办公室多给一点地方");
            full.set("practice.quota-chunks");
            phone.networkIsBack();
            phone.says("没录完的练播太多了");
            full.set("practice.quota-county");
            phone.networkIsBack();
            phone.says("请告诉县里办公室，腾出地方后会自己传");
            full.set(THE_SERVER_SAYS);
            phone.networkIsBack();
            phone.says("网上存满了，录像先留在手机里，过一分钟自动再试。");
            assertThat(phone.statuses("PUT", ".*/chunks/0")).contains(507).doesNotContain(200, 201);
            assertThat(stored.pieces(COUNTY, attempt)).isEmpty();

            DiskWithSpace.install();
            phone.handIn();
            phone.says("已交给老师 ✓");
            allIsThere(phone, attempt);
        }
    }

    private static void answer(Route route, String full) {
        if (full.equals(THE_SERVER_SAYS)) {
            route.resume();
        } else {
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(507)
                    .setContentType("application/problem+json")
                    .setBody("{\"code\": \"" + full + "\"}"));
        }
    }

    /** What the phone recorded lies on the server's disk, and a recording is made of it. */
    private void allIsThere(Phone phone, UUID attempt) {
        List<String> recorded = phone.pieces(attempt);
        assertThat(recorded).isNotEmpty();
        assertThat(stored.pieces(COUNTY, attempt)).isEqualTo(recorded);
        String state = Eventually.value(() -> Attempts.state(TRAINEE, attempt), status -> !"processing".equals(status));
        assertThat(state).isIn("ready", "submitted");
    }
}
