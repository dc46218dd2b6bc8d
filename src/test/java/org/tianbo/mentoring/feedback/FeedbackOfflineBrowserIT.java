package org.tianbo.mentoring.feedback;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.Reviews;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;

/** What mentors said is read again where there is no network. Only a browser keeps pages. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(value = FeedbackOfflineBrowserIT.TRAINEE, mentor = FeedbackOfflineBrowserIT.MENTOR)
class FeedbackOfflineBrowserIT {

    static final String TRAINEE = "reads-feedback-in-flight-mode";
    static final String MENTOR = "writes-feedback-for-flight-mode";

    @Test
    void feedbackThatWasReadBeforeOpensInFlightModeFromTheListOfRehearsals() {
        List<UUID> attempts = Stream.of("米", "蜜")
                .map(title -> Attempts.submitted(TRAINEE, title))
                .toList();
        attempts.forEach(attempt -> Reviews.published(MENTOR, attempt));
        try (Phone phone = new Phone(Chromium.plain(), "zh-CN", List.of())) {
            phone.comeAs(TRAINEE);
            phone.keep("/practice");
            attempts.forEach(attempt -> {
                phone.keep("/practice/" + attempt);
                phone.keep(feedback(attempt));
            });
            phone.nothingWaits();

            phone.context().setOffline(true);
            for (UUID attempt : attempts) {
                phone.go("/practice");
                phone.tap("a[href='/practice/" + attempt + "']");
                phone.tap("a[href='" + feedback(attempt) + "']");
                phone.says("先报重量和价钱");
                assertThat(phone.at("[data-feedback]")).hasAttribute("data-attempt", attempt.toString());
            }
        }
    }

    private static String feedback(UUID attempt) {
        return "/practice/" + attempt + "/feedback";
    }
}
