package org.tianbo.road;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.narration.SpokenLesson;
import org.tianbo.people.Counties;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.CountyChunks;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.Phone;
import org.tianbo.practice.StoredOnPhone;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.PhoneCaches;
import org.tianbo.testsupport.browser.Pictures;

/**
 * A villager's day without a network, with all courses along, one lesson of which a trainer of the county spoke on a
 * phone: one story, for each part needs what the part before left on the phone. In a Chromium of its own, which is
 * closed and opened again.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class FlightModeBrowserIT {

    private static final String COUNTY = "flight-mode";
    private static final String TRAINEE = "in-flight-mode";
    private static final String SECOND = "in-flight-mode-second";
    private static final String TRAINER = "speaks-for-flight-mode";
    private static final SpokenLesson SPOKEN = new SpokenLesson(COUNTY, "first-sentence", "zh");
    private static final int LESSONS = 3;
    private static final long SEED = 13;

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

    private final FlakyNetwork network = new FlakyNetwork(SEED);

    @TempDir
    Path phonesMemory;

    @Inject
    Counties counties;

    @Inject
    Newcomers newcomers;

    @Inject
    Curriculum curriculum;

    @Inject
    CountyChunks stored;

    @Inject
    CurrentCounty county;

    @Inject
    DataSource database;

    @BeforeEach
    void theirCounty() throws SQLException {
        counties.open(COUNTY, "飞行县", "Flight mode");
        AskedAllKinds.join(
                COUNTY,
                TRAINEE,
                course().lessons().stream()
                        .limit(LESSONS)
                        .map(LessonSummary::slug)
                        .collect(Collectors.toMap(Function.identity(), curriculum::quiz)));
        newcomers.join(COUNTY, TRAINER, Roles.MENTOR);
        newcomers.join(COUNTY, TRAINEE, Roles.TRAINEE);
        newcomers.join(COUNTY, SECOND, Roles.TRAINEE);
    }

    @Test
    void allThatIsDoneInFlightModeArrivesOnceOverAFlakyNetworkAndNobodyElseSeesIt() throws SQLException {
        try (TrainersPhone trainer = new TrainersPhone(TRAINER, SPOKEN)) {
            trainer.speakAndPublish(curriculum);
        }
        CourseView course = course();
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

            network.comesTo(phone.context());
            phone.context().setOffline(false);
            network.carries(() -> {
                arrives(phone, FlightModeBrowserIT::waiting, List::isEmpty);
                arrives(phone, same -> stored.pieces(COUNTY, attempt), recorded::equals);
                arrives(phone, same -> Attempts.state(TRAINEE, attempt), "submitted"::equals);
                phone.shows("[data-none]");
            });
            phone.context().unrouteAll();
            assertThat(network.answersLost()).isPositive();
            assertThat(network.accepted()).containsExactlyInAnyOrderElementsOf(done);
            assertThat(recordsOf(TRAINEE)).containsExactlyInAnyOrderElementsOf(done);
            assertThat(stored.pieces(COUNTY, attempt)).isEqualTo(recorded);
            Number heard = Tokens.as(TRAINEE).get("/api/attempts/{id}", attempt).path("readings.speakingShare");
            assertThat(heard).as("what the phone heard of it").isNotNull();

            nothingIsThereForTheSecond(phone, course, attempt);
        }
    }

    /** In which the trainer spoke a lesson. */
    private CourseView course() {
        return curriculum.courses().stream()
                .filter(one ->
                        one.lessons().stream().anyMatch(lesson -> lesson.slug().equals(SPOKEN.slug())))
                .findFirst()
                .orElseThrow();
    }

    private Phone takenOut() {
        BrowserContext context = Chromium.keepingIn(phonesMemory, "zh-CN", Phone.CAMERA);
        // Its Background Sync would send past the network that is cut here.
        context.addInitScript("delete ServiceWorkerRegistration.prototype.sync");
        context.addInitScript(Listening.BROWSERS_VOICE);
        return new Phone(context, TianboServices.SITE);
    }

    private static void takeAllAlong(Phone phone) {
        phone.keep("/learn/offline");
        phone.tap("[data-action=take-all]");
        assertThat(phone.at("[data-whole]:not([hidden])"))
                .hasCount(phone.at("[data-course]").count());
        PhoneCaches.awaitOnly(phone.page(), "sounds", Listening.offered(phone));
        phone.keep("/");
        phone.keep("/practice/new");
        phone.keep("/practice/camera");
    }

    private void learn(Phone phone, CourseView course, LessonSummary lesson) {
        boolean spoken = lesson.slug().equals(SPOKEN.slug());
        phone.go("/learn/" + course.slug() + "/" + lesson.slug());
        if (spoken) {
            Listening.toTheTrainer(phone, TRAINER, (int) SPOKEN.sentences(curriculum).stream()
                    .filter(one -> !one.asked())
                    .count());
        } else {
            Listening.toTheBrowser(phone);
        }
        phone.tap("form[data-lesson] button");
        phone.page().waitForURL("**/" + lesson.slug() + "/quiz");
        phone.shows("[data-moment=lesson] svg");
        Pictures.take(phone.page(), "moment-lesson-" + lesson.slug());
        if (spoken) {
            Listening.answerTheTrainer(phone, curriculum.quiz(lesson.slug()));
        } else {
            Listening.answerTheBrowser(phone, curriculum.quiz(lesson.slug()));
        }
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
        // So that the phone can tell what it heard, it has stored some of it, and fetched what reads it.
        phone.page().evaluate("() => import(document.querySelector('[data-after]').dataset.after).then(() => true)");
        StoredOnPhone.awaitListened(phone.page(), attempt, 2);
        phone.end();
        phone.shows("[data-moment=rehearsal] svg");
        Pictures.take(phone.page(), "moment-rehearsal");
        phone.handIn();
        phone.says("传完就自动交给老师");
        return attempt;
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
