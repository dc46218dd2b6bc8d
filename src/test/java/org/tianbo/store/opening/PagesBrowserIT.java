package org.tianbo.store.opening;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Axe;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.Pictures;
import org.tianbo.testsupport.http.PageSession;

/**
 * Certificates, stores and the front door on a phone and on a desk, in both languages, in the states people meet them
 * in: nothing a reader with poor sight or without a mouse would stumble over, and nothing wider than the screen.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(value = StoreStates.TRAINEE, county = "zhenping", mentor = "mentor3")
class PagesBrowserIT {

    private static final String SITE = TianboServices.SITE;
    private static final List<String> LANGUAGES = List.of("zh-CN", "en");

    /** One that asks for a photo, one that may be left out, one in words, one that asks for a visit. */
    private static final List<String> GATES =
            List.of(StoreStates.PHOTO_GATE, "conformity-promise", "fresh-returns", "own-produce-exempt");

    private static final Map<String, Page> SIGNED_IN = new HashMap<>();

    @Inject
    Store stores;

    @Inject
    CurrentCounty county;

    @Inject
    StoreStates states;

    @TempDir
    Path folder;

    private final List<String> faults = new ArrayList<>();

    /** How wide, how high. */
    private enum Screen {
        SMALLEST(320, 640),
        PHONE(360, 800),
        DESK(1280, 800);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    @AfterAll
    static void closeTheBrowser() {
        SIGNED_IN.values().forEach(page -> page.context().close());
        SIGNED_IN.clear();
    }

    @Test
    void everybodyCanReadAndUseThesePages() throws Exception {
        StoreStates.aTraineeWithoutAnything();
        onPhones(StoreStates.TRAINEE, "new", "/", "/account", "/my-certificate", "/my-store");
        onPhones(StoreStates.TRAINEE, "wrong-person", "/certification");

        String store = TestStores.of(stores, county, StoreStates.TRAINEE);
        states.certified();
        onPhones(
                StoreStates.TRAINEE, "certified", "/", "/my-certificate", "/rules", "/rules/" + StoreStates.PHOTO_GATE);
        theCertificateIsAPicture();
        backLeadsWhereOneCameFrom();
        aPhoneWithoutAVoiceSaysSo();
        GATES.forEach(rule -> onPhones(StoreStates.TRAINEE, rule, "/my-store?gate=" + rule));
        atDesks("officer2", "preparing", "/certification", "/stores", "/stores/" + store);
        refusals();

        states.handedInAndChecked(store);
        atDesks("officer2", "ready-to-open", "/stores/" + store);
        states.opened(store);
        onPhones(StoreStates.TRAINEE, "open", "/", "/my-store");
        atDesks("officer2", "open", "/stores", "/stores/" + store);

        atDesks("auditor1", "auditor", "/certification", "/stores");
        atDesks("coordinator1", "coordinator", "/certification", "/stores");
        atDesks("mentor3", "wrong-person", "/stores/" + store);
        onPhones(null, "stranger", "/certificates/" + states.serial(), "/certificates/none", "/offline");
        assertThat(faults).isEmpty();
    }

    private void onPhones(String login, String state, String... addresses) {
        look(login, state, Screen.PHONE, "zh-CN", addresses);
        look(login, state, Screen.SMALLEST, "en", addresses);
    }

    private void atDesks(String login, String state, String... addresses) {
        look(login, state, Screen.DESK, "en", addresses);
        look(login, state, Screen.PHONE, "zh-CN", addresses);
    }

    private void look(String login, String state, Screen screen, String language, String... addresses) {
        Page page = as(login, screen);
        for (String address : addresses) {
            page.navigate(SITE + address + (address.contains("?") ? "&" : "?") + "lang=" + language);
            examine(page, screen, language, (login == null ? "nobody" : login) + " " + state + " " + address);
        }
    }

    /** A form sent as it should not be: the page that comes back is a page like any other. */
    private void refusals() throws Exception {
        Path noPhoto = Files.writeString(folder.resolve("list.jpg"), "no photo");
        for (String language : LANGUAGES) {
            Page phone = as(StoreStates.TRAINEE, Screen.PHONE);
            phone.navigate(SITE + "/my-store?gate=" + StoreStates.PHOTO_GATE + "&lang=" + language);
            aPreviewOfThePhotoIsShownBeforeItIsSent(phone);
            phone.locator("#words").fill("自家的");
            phone.locator("#photo").setInputFiles(noPhoto);
            phone.locator("button.go").last().click();
            refused(phone);
            assertThat(phone.locator("#words").inputValue()).isEqualTo("自家的");
            examine(phone, Screen.PHONE, language, StoreStates.TRAINEE + " refused photo");
        }
    }

    /** The page that was sent stands until the answer is there. */
    private static void refused(Page page) {
        page.locator(".error[role=alert]").first().waitFor();
        page.waitForLoadState();
    }

    private void examine(Page page, Screen screen, String language, String what) {
        String name = what + " " + language + " " + screen.width;
        Pictures.take(page, name);
        Axe.findings(page).forEach(finding -> faults.add(name + ": " + finding));
        if ((Boolean) page.evaluate(
                "[...document.querySelectorAll('dialog:not([open])')].some(one => one.checkVisibility())")) {
            faults.add(name + ": a dialog nobody opened");
        }
        int wide = (Integer) page.evaluate("document.documentElement.scrollWidth");
        if (wide > screen.width) {
            faults.add(name + ": " + wide + " wide");
        }
    }

    /**
     * The page of somebody who is signed in already; of nobody, where there is no login. One each: a new tab costs more
     * than a look.
     */
    private static Page as(String login, Screen screen) {
        Page page = SIGNED_IN.computeIfAbsent(String.valueOf(login), PagesBrowserIT::signedIn);
        page.setViewportSize(screen.width, screen.height);
        return page;
    }

    private static Page signedIn(String login) {
        Page page = Axe.in(Chromium.plain()
                        .newContext(new Browser.NewContextOptions()
                                .setBaseURL(SITE)
                                .setServiceWorkers(ServiceWorkerPolicy.BLOCK)))
                .newPage();
        if (!login.equals("null")) {
            PageSession.of(login).enter(page.context());
        }
        return page;
    }

    private void theCertificateIsAPicture() {
        Page page = as(StoreStates.TRAINEE, Screen.PHONE);
        page.navigate(SITE + "/my-certificate?lang=zh-CN");
        page.locator("[data-picture]").click();
        page.locator("dialog.picture-dialog[open]").waitFor();
        page.waitForCondition(() ->
                ((Number) page.evaluate("document.querySelector('dialog.picture-dialog img').naturalWidth")).intValue()
                        == 1080);
        assertThat(page.locator("dialog.picture-dialog a").getAttribute("download"))
                .isEqualTo(states.serial() + ".png");
        assertThat(page.locator("dialog.picture-dialog img").getAttribute("src"))
                .startsWith("data:image/png;base64,");
        assertThat(page.locator("dialog.picture-dialog [data-share]").isVisible())
                .isFalse();
        Pictures.take(page, StoreStates.TRAINEE + " certificate as a picture");
        thePictureIsSentOnWhereThePhoneCan(page);
    }

    private void thePictureIsSentOnWhereThePhoneCan(Page page) {
        page.reload();
        page.evaluate("() => {"
                + " navigator.canShare = ({ files }) => files.length === 1;"
                + " navigator.share = async ({ files: [file] }) => {"
                + "   window.sent = `${file.name} ${file.type} ${(await createImageBitmap(file)).width}`; }; }");
        page.locator("[data-picture]").click();
        page.locator("dialog.picture-dialog [data-share]").click();
        page.waitForCondition(() -> page.evaluate("window.sent") != null);
        assertThat(page.evaluate("window.sent")).isEqualTo(states.serial() + ".png image/png 1080");
    }

    private void backLeadsWhereOneCameFrom() {
        Page page = as(StoreStates.TRAINEE, Screen.PHONE);
        page.navigate(SITE + "/my-certificate?lang=zh-CN");
        page.locator(".thumb a").click();
        page.waitForURL("**/my-store");
        page.locator("a[data-back]").click();
        page.waitForURL("**/my-certificate*");
        page.navigate(SITE + "/my-store");
        page.locator("a[data-back]").click();
        page.waitForURL(SITE + "/");
    }

    private void aPhoneWithoutAVoiceSaysSo() {
        Page page = as(StoreStates.TRAINEE, Screen.PHONE);
        page.navigate(SITE + "/my-store?lang=zh-CN");
        page.evaluate("speechSynthesis.getVoices = () => [{ lang: 'en-US' }]");
        page.locator("[data-speak]").click();
        page.locator(".toast").waitFor();
        assertThat(page.locator(".toast").textContent()).isEqualTo("这部手机不会朗读。");
        assertThat(page.locator("[data-speak]").getAttribute("aria-pressed")).isEqualTo("false");
    }

    private void aPreviewOfThePhotoIsShownBeforeItIsSent(Page page) throws Exception {
        Path photo = Files.write(folder.resolve("photo.jpg"), PhonePhoto.lying(1200, 800));
        page.locator("#photo").setInputFiles(photo);
        page.waitForCondition(
                () -> (Boolean) page.evaluate("document.querySelector('img[data-preview]')?.naturalWidth > 0 && "
                        + "document.querySelector('[data-photo-cost]').textContent !== ''"));
    }
}
