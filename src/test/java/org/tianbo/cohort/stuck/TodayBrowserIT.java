package org.tianbo.cohort.stuck;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.PhoneCaches;
import org.tianbo.testsupport.http.PageSession;

/** From home to a call in three taps; the list of calls goes on without a network. Needs a real service worker. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class TodayBrowserIT extends StuckCounty {

    @Test
    void whoIsStuckIsCalledWithoutANetworkAndTheResultGoesUpOnce() throws SQLException {
        enrolled(1, 3, "LEARNING");
        try (BrowserContext phone = Chromium.plain()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(TianboServices.SITE)
                        .setLocale("zh-CN")
                        .setViewportSize(360, 800))) {
            PageSession.of(officer).enter(phone);
            Page page = phone.newPage();
            page.navigate("/");
            link(page, "人停下来了").click();
            assertThat(heading(page, "谁停下来了")).isVisible();
            link(page, "带上电话单").click();
            assertThat(heading(page, "电话单")).isVisible();
            page.reload();
            PhoneCaches.awaitPage(page, "/calls");

            phone.setOffline(true);
            page.reload();
            assertThat(heading(page, "name 1")).isVisible();
            page.getByText("结果", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("打通了"))
                    .first()
                    .click();
            assertThat(heading(page, "name 1")).isHidden();
            assertThat(page.getByText("有 1 个结果还在手机里")).isVisible();
            phone.setOffline(false);
            assertThat(page.getByText("有 1 个结果还在手机里")).isHidden();
            page.reload();
            assertThat(heading(page, "name 2")).isVisible();
            Assertions.assertThat(page.content()).doesNotContain("name 1<");
        }
        Assertions.assertThat(html("/stuck?resting=yes")).contains("name 1<").doesNotContain("name 2<");
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
