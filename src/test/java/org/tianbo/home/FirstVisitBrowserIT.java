package org.tianbo.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.PhoneCaches;
import org.tianbo.testsupport.program.WeakNetwork;

/**
 * What a first visit costs, headers and all, and what a phone can do without a network after it. Only a browser knows
 * what it fetches.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(FirstVisitBrowserIT.TRAINEE)
class FirstVisitBrowserIT {

    static final String TRAINEE = "comes-for-the-first-time";
    private static final int MOST_BYTES = 60_000;
    private static final int QUICK_KILOBITS = 100_000;
    private static final int ROUND_TRIP_MS = 2;

    @Test
    void theFirstPageCostsLittleAndTheSecondBringsTheRestOfTheRoad() throws IOException {
        try (WeakNetwork network =
                        new WeakNetwork(URI.create(TianboServices.SITE).getPort(), QUICK_KILOBITS, ROUND_TRIP_MS);
                Phone phone = new Phone(Chromium.plain(), "zh-CN", List.of(), network.site())) {
            phone.comeAs(TRAINEE);
            phone.go("/");
            String lesson = phone.at(".thumb a:not([hidden])").getAttribute("href");
            kept(phone, "/", "/learn", lesson, lesson + "/quiz");
            assertThat(network.bytesDown()).isLessThanOrEqualTo(MOST_BYTES);

            phone.go(lesson);
            kept(phone, "/practice", "/practice/new", "/practice/camera", "/learn/words", "/rules", "/my-certificate");
            phone.context().setOffline(true);
            phone.go("/practice/new");
            phone.shows("[data-until-ready]:not([disabled])");
            phone.go("/rules");
            phone.shows("main a.row[href^='/rules/']");
        }
    }

    private static void kept(Phone phone, String... pages) {
        for (String page : pages) {
            PhoneCaches.awaitPage(phone.page(), page);
        }
    }
}
