package org.tianbo.cohort.followup;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Geolocation;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.tianbo.attendance.PlannedSessions;
import org.tianbo.cohort.enrolment.Classes;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.PhoneCaches;
import org.tianbo.testsupport.http.PageSession;

/** A visit far from any network. Only a browser keeps pages, visits and photos, and knows where it is. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class VisitOfflineBrowserIT {

    private static final String TRAINEE = "lives-up-the-hill";
    private static final String VISITOR = "visits-up-the-hill";

    @Inject
    Newcomers newcomers;

    @Inject
    Classes classes;

    @Test
    void aVisitWrittenWithoutNetworkArrivesOnceWithItsPhotoAndPlace() throws IOException {
        UUID trainee = newcomers.join(TRAINEE, Roles.TRAINEE);
        UUID visitor = newcomers.join(VISITOR, Roles.MENTOR);
        UUID cohort = classes.open();
        classes.enrol(cohort, trainee);
        PlannedSessions.page("officer1")
                .formParams(Map.of("rounds", cohort + "/" + trainee + "/1", "visitor", visitor.toString()))
                .post("/follow-up/assign")
                .then()
                .statusCode(303);

        try (BrowserContext phone = open()) {
            Page page = phone.newPage();
            page.navigate("/visits");
            assertThat(page.getByText("要回访 1 人")).isVisible();
            PhoneCaches.awaitPage(page, "/visits");
            // The scripts come through the service worker, and stay.
            page.reload();
            page.waitForFunction("() => Boolean(navigator.serviceWorker.controller)");
            page.reload();

            phone.setOffline(true);
            page.reload();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("记回访 · " + TRAINEE))
                    .click();
            page.getByLabel("店现在怎么样").selectOption("OPEN");
            page.getByLabel("帮了什么忙").fill("教她看后台");
            page.getByLabel("照片").setInputFiles(new FilePayload("photo.jpg", "image/jpeg", picture()));
            page.getByLabel("本人同意记下现在的位置").check();
            assertThat(page.getByText("位置找到了，误差 25 米")).isVisible();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("记下来"))
                    .click();
            assertThat(page.getByText("记在手机里了")).isVisible();
            assertThat(page.getByText("有 1 次还在这部手机里")).isVisible();
            page.reload();
            assertThat(page.getByText("记在手机里了")).isVisible();

            phone.setOffline(false);
            assertThat(page.getByText("县里收到了")).isVisible();
            assertThat(page.locator("[data-visits-unsent]")).isHidden();
        }
        String told = Tokens.page("officer1", "/follow-up/" + cohort + "/" + trainee + "/1");
        assertThat(told)
                .contains("教她看后台", "误差 25 米")
                .containsOnlyOnce("<li id=\"v-")
                .containsOnlyOnce("<img");
    }

    private static BrowserContext open() {
        BrowserContext context = Chromium.plain()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(TianboServices.SITE)
                        .setLocale("zh-CN")
                        .setGeolocation(new Geolocation(33.75, 111.05).setAccuracy(25))
                        .setPermissions(List.of("geolocation"))
                        .setViewportSize(360, 800));
        PageSession.of(VISITOR).enter(context);
        return context;
    }

    private static byte[] picture() throws IOException {
        BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        picture.createGraphics().fillRect(0, 0, 40, 20);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", bytes);
        return bytes.toByteArray();
    }
}
