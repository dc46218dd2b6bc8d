package org.tianbo.road;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.practice.CountyChunks;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.Chromium;
import org.tianbo.testsupport.Pictures;
import org.tianbo.testsupport.QuizOnScreen;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

/**
 * A villager's day without a network, with all courses along: one story, for each part needs what the part before left
 * on the phone. In a Chromium of its own, which is closed and opened again.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees({FlightModeBrowserIT.TRAINEE, FlightModeBrowserIT.SECOND})
class FlightModeBrowserIT {

    static final String TRAINEE = "in-flight-mode";
    static final String SECOND = "in-flight-mode-second";
    private static final String COUNTY = "fengcheng";
    private static final int LESSONS = 3;
    private static final long SEED = 13;
    private static final int ONE_IN = 4;

    private static final String WAITING =
            """
            () => new Promise((answer) => {
                indexedDB.open('tianbo').onsuccess = ({ target: { result: db } }) => {
                    const asked = db.transaction('outbox').objectStore('outbox').getAllKeys();
                    asked.onsuccess = () => {
                        db.close();
                        answer(asked.result);
                    };
                };
            })""";

    private final Random chance = new Random(SEED);
    private final List<String> accepted = new ArrayList<>();
    private int answersLost;

    @TempDir
    Path phonesMemory;

    @Inject
    Curriculum curriculum;

    @Inject
    CountyChunks stored;

    @Inject
    CurrentCounty county;

    @Inject
    DataSource database;

    @Test
    void allThatIsDoneInFlightModeArrivesOnceOverAFlakyNetworkAndNobodyElseSeesIt() {
        CourseView course = curriculum.courses().get(0);
        List<String> done;
        UUID attempt;
        List<String> recorded;
        try (Phone phone = takenOut()) {
            phone.comeAs(TRAINEE);
            takeAllAlong(phone);
            phone.context().setOffline(true);
            course.lessons().stream().limit(LESSONS).forEach(lesson -> learn(phone, course, lesson));
            attempt = rehearse(phone);
            recorded = phone.pieces(attempt);
            done = waiting(phone);
        }
        assertThat(done)
                .hasSize(LESSONS * List.of("opened", "completed", "quiz").size());
        assertThat(recorded).isNotEmpty();

        try (Phone phone = takenOut()) {
            phone.context().setOffline(true);
            phone.comeAs(TRAINEE);
            phone.go("/");
            phone.shows("[data-lessons-left]:has-text('" + LESSONS + "')");
            assertThat(waiting(phone)).containsExactlyInAnyOrderElementsOf(done);
            assertThat(phone.pieces(attempt)).isEqualTo(recorded);
            Pictures.take(phone.page(), "flight-mode-opened-again");
            // Home is loaded again when all is sent; this page stays.
            phone.go("/unsent");
            phone.shows("[data-waiting] li");

            phone.context().route("**/api/**", this::flaky);
            phone.context().setOffline(false);
            arrives(phone, FlightModeBrowserIT::waiting, List::isEmpty);
            arrives(phone, same -> stored.pieces(COUNTY, attempt), recorded::equals);
            arrives(phone, same -> Attempts.state(TRAINEE, attempt), "submitted"::equals);
            phone.shows("[data-none]");
            phone.context().unrouteAll();
            assertThat(answersLost).isPositive();
            assertThat(accepted).containsExactlyInAnyOrderElementsOf(done);
            assertThat(recordsOf(TRAINEE)).containsExactlyInAnyOrderElementsOf(done);
            assertThat(stored.pieces(COUNTY, attempt)).isEqualTo(recorded);

            nothingIsThereForTheSecond(phone, course, attempt);
        }
    }

    private Phone takenOut() {
        BrowserContext context = Chromium.keepingIn(phonesMemory, "zh-CN", Phone.CAMERA);
        // Its Background Sync would send past the network that is cut here.
        context.addInitScript("delete ServiceWorkerRegistration.prototype.sync");
        return new Phone(context, TianboServices.SITE);
    }

    private static void takeAllAlong(Phone phone) {
        phone.keep("/learn/offline");
        phone.tap("[data-action=take-all]");
        assertThat(phone.at("[data-whole]:not([hidden])"))
                .hasCount(
                        phone.at("[data-course]").count(), new LocatorAssertions.HasCountOptions().setTimeout(60_000));
        phone.keep("/");
        phone.keep("/practice/new");
        phone.keep("/practice/camera");
    }

    private void learn(Phone phone, CourseView course, LessonSummary lesson) {
        phone.go("/learn/" + course.slug() + "/" + lesson.slug());
        phone.tap("form[data-lesson] button");
        phone.page().waitForURL("**/" + lesson.slug() + "/quiz");
        phone.shows("[data-moment=lesson] svg");
        Pictures.take(phone.page(), "moment-lesson-" + lesson.slug());
        new QuizOnScreen(phone.page(), curriculum.quiz(lesson.slug())).answerAll();
        phone.shows("[data-results] h1");
    }

    /** With viewers, who fit what is sold. */
    private static UUID rehearse(Phone phone) {
        phone.go("/practice/new");
        phone.shows("[data-until-ready]:not([disabled])");
        phone.tap("label:has(input[value=pitch])");
        phone.at("#product").fill("苹果");
        phone.at("#product").blur();
        assertThat(phone.at("#script")).hasValue("fruit-first-neighbours");
        phone.tap(".thumb button.go");
        phone.page().waitForURL(url -> url.contains("/practice/camera#"));
        UUID attempt = UUID.fromString(phone.page().url().replaceFirst(".*#", ""));
        phone.record();
        phone.end();
        phone.shows("[data-moment=rehearsal] svg");
        Pictures.take(phone.page(), "moment-rehearsal");
        phone.handIn();
        phone.says("传完就自动交给老师");
        return attempt;
    }

    /** One call in four is cut on its way; of the records, one answer in four too, and the first in any case. */
    private void flaky(Route route) {
        boolean cut = chance.nextInt(ONE_IN) == 0;
        if (cut) {
            route.abort("connectionreset");
        } else if (route.request().url().endsWith("/api/sync")) {
            APIResponse answer = route.fetch();
            note(answer);
            if (answersLost == 0 || chance.nextInt(ONE_IN) == 0) {
                answersLost++;
                route.abort("connectionreset");
            } else {
                route.fulfill(new Route.FulfillOptions().setResponse(answer));
            }
        } else {
            route.resume();
        }
    }

    private void note(APIResponse answer) {
        try {
            new ObjectMapper()
                    .readTree(new String(answer.body(), StandardCharsets.UTF_8))
                    .path("results")
                    .forEach(result -> {
                        if (result.path("status").asText().equals("accepted")) {
                            accepted.add(result.path("id").asText());
                        }
                    });
        } catch (JsonProcessingException noJson) {
            throw new IllegalStateException(noJson);
        }
    }

    /** A network that is back is tried at once, again and again. */
    private static <T> void arrives(Phone phone, Function<Phone, T> look, Predicate<T> wanted) {
        Eventually.value(
                () -> {
                    phone.networkIsBack();
                    return look.apply(phone);
                },
                wanted);
    }

    private static void nothingIsThereForTheSecond(Phone phone, CourseView course, UUID attempt) {
        String first = Tokens.as(TRAINEE).get("/api/me").path("id");
        phone.signOut();
        phone.signIn(SECOND);
        phone.nothingWaits();
        assertThat(phone.at("[data-attempt='" + attempt + "']")).hasCount(0);
        Page page = phone.page();
        assertThat(page.evaluate("async (name) => caches.has(name)", "pages-" + first))
                .isEqualTo(false);
        phone.context().setOffline(true);
        phone.go("/learn/" + course.slug() + "/" + course.lessons().get(0).slug());
        assertThat(page.locator("article.lesson")).hasCount(0);
        phone.context().setOffline(false);
        phone.go("/unsent");
        phone.shows("[data-none]");
    }

    private static List<String> waiting(Phone phone) {
        return ((List<?>) phone.page().evaluate(WAITING))
                .stream().map(String.class::cast).toList();
    }

    private List<String> recordsOf(String login) {
        UUID person = UUID.fromString(Tokens.as(login).get("/api/me").path("id"));
        return county.as(COUNTY, () -> QuarkusTransaction.requiringNew().call(() -> {
            List<String> ids = new ArrayList<>();
            try (Connection connection = database.getConnection();
                    PreparedStatement select =
                            connection.prepareStatement("select id from sync_records where person = ?")) {
                select.setObject(1, person);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        ids.add(rows.getString(1));
                    }
                }
                return ids;
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }));
    }
}
