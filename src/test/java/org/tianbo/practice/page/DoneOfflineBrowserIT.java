package org.tianbo.practice.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.PhoneCaches;
import org.tianbo.testsupport.browser.Pictures;

/**
 * What is done without a network shows as done, and what was not sent is told, listed and mended. Only a browser keeps
 * pages.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(DoneOfflineBrowserIT.TRAINEE)
class DoneOfflineBrowserIT {

    static final String TRAINEE = "done-offline-phone";

    /** Puts a record into the outbox that the server does not know. */
    private static final String UNKNOWN_RECORD =
            """
            () => new Promise((done) => {
                const opened = indexedDB.open('tianbo');
                opened.onsuccess = () => {
                    const { person } = document.documentElement.dataset;
                    const record = { id: '019374a0-0000-7000-8000-000000000001', type: 'lesson.sung', at: new \
                    Date().toISOString(), data: {}, person };
                    const change = opened.result.transaction('outbox', 'readwrite');
                    change.objectStore('outbox').put(record);
                    change.oncomplete = () => { opened.result.close(); done(true); };
                };
            })""";

    /** A lesson that is done is nobody's next one, on whichever way. */
    private static final String NEXT_IS_ANOTHER =
            """
            (lesson) => [...document.querySelectorAll('li[data-done] a')].some((link) => link.pathname === lesson)
                && [...document.querySelectorAll('a[data-next]')].every((way) => way.pathname !== lesson)""";

    @Inject
    Newcomers newcomers;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock = """
                    zh-CN | 学了 1 课 | 开始答题
                    """)
    void afterOneVisitALessonDoneWithoutNetworkShowsAsDone(String language, String counted, String quiz) {
        try (Phone phone = new Phone(Chromium.plain(), language, List.of())) {
            firstVisit(phone);
            String lesson = phone.at(".thumb a:not([hidden])").getAttribute("href");
            isKept(phone, "/", "/learn", lesson, lesson + "/quiz");
            phone.keep("/learn/paths");
            assertThat(nextOnTheWay(phone, lesson)).isEqualTo(lesson);
            phone.go("/");
            phone.context().setOffline(true);
            phone.go("/");
            phone.tap(".thumb a");
            phone.tap("form[data-lesson] button");
            phone.page().waitForURL("**" + lesson + "/quiz");

            phone.go("/");
            phone.says(quiz);
            phone.says(counted);
            Pictures.take(phone.page(), "home-done-offline-" + language);
            phone.go("/learn");
            phone.shows("a[href='" + lesson + "'] [data-tag=done]");
            phone.go("/learn/paths");
            phone.page().waitForFunction(NEXT_IS_ANOTHER, lesson);
            assertThat(nextOnTheWay(phone, lesson)).isNotEqualTo(lesson);
            phone.go(lesson);
            phone.shows("p[data-when-done]");
            phone.shows("a[data-when-done]");

            phone.context().setOffline(false);
            phone.go("/");
            phone.shows("[data-done='1']");
            phone.page()
                    .waitForCondition(() -> phone.statuses("POST", "/api/sync").contains(200));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    en-US | 1 not saved: tap here | The county did not take it (learning.type-unknown) | Everything \
                    is sent ✓ | Some work is not sent yet. Sign out?
                    """)
    void whatWasNotTakenIsMendedAndWhatWaitsIsToldBeforeSigningOut(
            String language, String refused, String because, String nothing, String waits) {
        try (Phone phone = new Phone(Chromium.plain(), language, List.of())) {
            firstVisit(phone);
            phone.nothingWaits();
            phone.page().evaluate(UNKNOWN_RECORD);
            phone.page().reload();
            phone.says(refused);
            phone.tap("[data-pill] a");
            phone.says(because);
            Pictures.take(phone.page(), "unsent-refused-" + language);
            phone.tap("[data-do=discard]");
            phone.tap("dialog button[value=yes]");
            phone.says(nothing);

            phone.context().route(url -> url.endsWith("/api/sync"), route -> route.abort());
            phone.page().evaluate(UNKNOWN_RECORD);
            phone.go("/account");
            phone.tap(".thumb [href$='/sign-out'], .thumb [action$='/sign-out'] button");
            phone.says(waits);
            phone.shows("section[data-waiting] li");
            Pictures.take(phone.page(), "ask-sign-out-" + language);
            phone.tap(".thumb[data-leave] a");
            phone.shows("[data-step]");
            phone.go("/account");
            phone.tap(".thumb [href$='/sign-out'], .thumb [action$='/sign-out'] button");
            phone.tap("[data-do=leave]");
            phone.at("#sign-in").waitFor();

            phone.signIn(TRAINEE);
            phone.nothingWaits();
        }
    }

    /** Where the way leads on to that has this lesson. */
    private static String nextOnTheWay(Phone phone, String lesson) {
        return phone.at("section[data-lessons]")
                .filter(new Locator.FilterOptions().setHas(phone.at("li a[href='" + lesson + "']")))
                .first()
                .locator("a[data-next]")
                .getAttribute("href");
    }

    private void firstVisit(Phone phone) {
        String login = "offline-" + UUID.randomUUID();
        newcomers.join(login, Roles.TRAINEE);
        phone.go("/");
        phone.at("#username").fill(login);
        phone.at("#password").fill("tianbo-demo");
        phone.at("#kc-login").click();
        phone.shows("[data-step]");
    }

    /** Kept, and in the hands of a service worker that has taken over. */
    private static void isKept(Phone phone, String... pages) {
        phone.page().waitForFunction("() => navigator.serviceWorker.controller?.state === 'activated'");
        for (String page : pages) {
            PhoneCaches.awaitPage(phone.page(), page);
        }
    }
}
