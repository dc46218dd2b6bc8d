package org.tianbo.film;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.media.PackedFfmpeg;
import org.tianbo.people.Counties;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.PhoneCaches;
import org.tianbo.testsupport.http.PageSession;

/** An officer uploads a video at a desk, and a trainee watches it on a phone. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class WatchingBrowserIT {

    private static final String COUNTY = "watching-county";
    private static final String OFFICER = "watching-officer";
    private static final String TRAINEE = "watching-trainee";
    private static final String LESSON_PAGE = "/learn/speaking-to-camera/first-sentence";

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @TempDir
    Path folder;

    @Test
    void whatAnOfficerUploadsIsLoadedByATraineesTapStopsForAQuestionAndWhatPlaysIsRecorded() {
        counties.open(COUNTY, "观看县", "Watching county");
        newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        newcomers.join(COUNTY, TRAINEE, Roles.TRAINEE);
        upload();
        BrowserContext phone = context(360, 800);
        try {
            Page page = opened(phone, TRAINEE, LESSON_PAGE);
            assertThat(page.getByText("县里老师的视频，0:04")).isVisible();
            Locator watch = page.getByRole(
                    AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^看视频（约 \\d+ KB）$")));
            assertThat(page.locator("figure.county-video video")).hasCount(0);
            Request sent = page.waitForRequest(WatchingBrowserIT::tellsOfAVideo, watch::click);
            assertThat(sent.postData()).contains("\"played\":[0,");
            Locator asked = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("问您一题"));
            assertThat(asked.getByText("开口以前，先做什么？")).isVisible();
            asked.getByText("货拿在手里，举到胸口").click();
            asked.getByText("选好了").click();
            assertThat(asked.getByText("手里有货，别人一眼就明白", new Locator.GetByTextOptions().setExact(false)))
                    .isVisible();
            asked.getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("接着看").setExact(true))
                    .click();
            assertThat(page.getByText(Pattern.compile("^看过 0:0[34]，共 0:04$"))).isVisible();
            assertThat(page.locator("figure.county-video video")).hasJSProperty("ended", true);
            page.reload();
            assertThat(page.getByText(Pattern.compile("^看过 0:0[34]，共 0:04$"))).isVisible();
            assertThat(page.getByText("看看我答得怎样")).isVisible();
            playsWithoutNetwork(phone, page);
        } finally {
            Chromium.close(phone);
        }
    }

    /** Kept by a tap, with its size said; gone from the phone by another, on the page of what is stored. */
    private static void playsWithoutNetwork(BrowserContext phone, Page page) {
        Pattern keep = Pattern.compile("^存到这部手机里（约 \\d+ KB），没网也能看$");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(keep))
                .click();
        assertThat(page.getByText("视频在这部手机里（0.1 MB），没网也能看")).isVisible();
        PhoneCaches.awaitPage(page, LESSON_PAGE);
        phone.setOffline(true);
        page.reload();
        assertThat(page.getByText("视频在这部手机里（0.1 MB），没网也能看")).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^看视频（约 ")))
                .click();
        Locator video = page.locator("figure.county-video video");
        assertThat(video).hasAttribute("src", Pattern.compile("^blob:"));
        assertThat(video).hasJSProperty("ended", true);
        phone.setOffline(false);

        page.navigate("/learn/offline");
        assertThat(page.getByText("1 个视频，占 0.1 MB")).isVisible();
        page.locator("[data-kept-videos]").getByText("从手机上删掉").click();
        assertThat(page.locator("[data-kept-videos]")).isHidden();
    }

    private void upload() {
        Path video = PackedFfmpeg.make(
                folder,
                "harvest.mp4",
                "-f lavfi -i testsrc2=size=480x270:rate=10:duration=4 -f lavfi -i sine=f=300:d=4 -c:v libx264"
                        + " -preset ultrafast -c:a aac -shortest");
        BrowserContext desk = context(1280, 800);
        try {
            Page page = opened(desk, OFFICER, "/lesson-videos/first-sentence");
            page.getByLabel("视频文件").setInputFiles(video);
            page.getByText("开始上传").click();
            assertThat(page.getByText("做好了，0:04")).isVisible();
            page.getByText("给本县学员看").first().click();
            assertThat(page.getByText("学员看得到", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            page.getByText("加字幕").click();
            assertThat(page.getByLabel("边看边打")).isVisible();
            page.getByLabel("问哪一题").selectOption("before-speaking");
            page.getByLabel("在几分几秒问").fill("0:02");
            page.getByText("加一个问题").last().click();
            assertThat(page.getByText("开口以前，先做什么？").first()).isVisible();
        } finally {
            Chromium.close(desk);
        }
    }

    private static boolean tellsOfAVideo(Request request) {
        return request.url().endsWith("/api/sync")
                && request.postData() != null
                && request.postData().contains("lesson.watched")
                && request.postData().contains("\"video\":");
    }

    private static BrowserContext context(int width, int height) {
        return Chromium.plain()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(TianboServices.SITE)
                        .setLocale("zh-CN")
                        .setViewportSize(width, height));
    }

    private static Page opened(BrowserContext context, String login, String path) {
        Page page = context.newPage();
        PageSession.of(login).enter(context);
        page.navigate(path);
        return page;
    }
}
