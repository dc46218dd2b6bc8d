package org.tianbo.attendance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.enrolment.Classes;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.PhoneCaches;
import org.tianbo.testsupport.http.PageSession;

/** The trainer shows the code, the trainee scans it. Only a browser draws the code and keeps pages for no network. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class CheckInBrowserIT {

    private static final String TRAINEE = "scans-the-code";
    private static final String TRAINER = "shows-the-code";

    @Inject
    Newcomers newcomers;

    @Inject
    Classes classes;

    @Test
    void whoScansTheCodeAndTapsIsOnTheTrainersListAlsoWithoutNetwork() {
        UUID trainee = newcomers.join(TRAINEE, Roles.TRAINEE);
        UUID trainer = newcomers.join(TRAINER, Roles.MENTOR);
        UUID cohort = classes.open();
        classes.enrol(cohort, trainee);
        UUID session = PlannedSessions.now(cohort, trainer);

        try (BrowserContext desk = open(TRAINER, 1280);
                BrowserContext phone = open(TRAINEE, 360)) {
            Page screen = desk.newPage();
            screen.navigate("/attendance/sessions/" + session + "/teach");
            assertThat(screen.getByText("没到 1 人")).isVisible();

            Page hand = phone.newPage();
            hand.navigate("/");
            hand.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("村委会"))
                    .click();
            assertThat(hand.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("到课 0 小时")))
                    .isVisible();
            PhoneCaches.awaitPage(hand, "/attend");

            phone.setOffline(true);
            hand.navigate(scanned(screen));
            hand.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("我来了"))
                    .click();
            assertThat(hand.getByText("记在手机里了")).isVisible();
            phone.setOffline(false);
            assertThat(hand.getByText("还没签退")).isVisible();
            assertThat(screen.getByText("在 1 人")).isVisible();

            desk.setOffline(true);
            screen.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("走了"))
                    .click();
            assertThat(screen.getByText("有 1 笔还在这部手机里")).isVisible();
            assertThat(screen.getByText("走了 1 人")).isVisible();
            desk.setOffline(false);
            assertThat(screen.getByText("有 1 笔还在这部手机里")).isHidden();
        }
    }

    private static BrowserContext open(String login, int width) {
        BrowserContext context = Chromium.plain()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(TianboServices.SITE)
                        .setLocale("zh-CN")
                        .setViewportSize(width, 800));
        PageSession.of(login).enter(context);
        return context;
    }

    /** Where the code on the screen leads, here on this machine. */
    private static String scanned(Page screen) {
        screen.locator("[data-qr] svg").waitFor();
        String address = read(screen.locator("[data-qr]").screenshot());
        assertThat(address).contains("/attend/");
        return URI.create(address).getPath();
    }

    private static String read(byte[] picture) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
            int width = image.getWidth();
            int height = image.getHeight();
            int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
            return new QRCodeMultiReader()
                            .decodeMultiple(new BinaryBitmap(
                                    new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))[0]
                            .getText();
        } catch (NotFoundException unreadable) {
            throw new AssertionError("No code on the screen", unreadable);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
