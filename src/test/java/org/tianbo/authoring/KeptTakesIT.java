package org.tianbo.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.film.FilmCalls;
import org.tianbo.people.Counties;
import org.tianbo.platform.data.Sha256;
import org.tianbo.platform.jobs.Job;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.program.EspeakNg;

/** What was spoken of a lesson is not lost with it, and can be deleted only once it is taught no more. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class KeptTakesIT {

    private static final String COUNTY = "spoken-county";
    private static final String OFFICER = "takes-back-what-is-spoken";
    private static final String MENTOR = "speaks-what-is-kept";
    private static final byte[] SPEECH = EspeakNg.read("da4 jia1 hao3 wo3 shi4 wang2 fang1");

    private static UUID officer;

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @Inject
    CurrentCounty current;

    @Inject
    Jobs jobs;

    @Inject
    @Any
    Instance<Job> kinds;

    @BeforeEach
    void people() {
        if (officer == null) {
            counties.open(COUNTY, "留声县", "Spoken county");
            newcomers.join(COUNTY, MENTOR, Roles.MENTOR);
            officer = newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
        }
    }

    @Test
    void whatWasSpokenOfALessonThatWasTakenBackCanBeHeardAndDeleted() throws SQLException {
        String lesson = LessonDesk.ownLesson(OFFICER, "tofu", "first-tofu", "头一板豆腐");
        String sentence = spokenOnce(lesson);
        LessonDesk.takeBack(OFFICER, lesson);

        assertThat(Tokens.page(MENTOR, "/narration/zh")).contains("不再教的课", "头一板豆腐");
        assertThat(Tokens.page(MENTOR, "/narration/zh/" + lesson))
                .contains("/api/narrations/zh/" + lesson + "/" + sentence, "都在这里")
                .doesNotContain("data-narration");
        hear(lesson, sentence).then().statusCode(307);
        speak(lesson, sentence).then().statusCode(409).body("code", equalTo("narration.not-taught"));
        press(lesson, "publish").then().statusCode(409).body(containsString("现在不教了"));
        press("first-look-at-a-live", "delete").then().statusCode(409).body(containsString("还在教"));

        askedBefore(lesson);
        jobs.enqueue("narration.make", asked(lesson), COUNTY);
        assertThat(Eventually.value(() -> state(lesson), state -> !state.equals("making")))
                .isEqualTo("failed");

        press(lesson, "withdraw").then().statusCode(303);
        press(lesson, "delete").then().statusCode(303).header("Location", endsWith("/narration/zh"));
        assertThat(Tokens.page(MENTOR, "/narration/zh")).doesNotContain("头一板豆腐");
        press("no-such-lesson", "delete").then().statusCode(404);
    }

    @Test
    void whatAnotherReplicaHasJustPublishedLosesNoTake() throws SQLException {
        String lesson = LessonDesk.ownLesson(OFFICER, "rice-wine", "first-jar", "头一坛米酒");
        String sentence = spokenOnce(lesson);
        LessonDesk.takeBack(OFFICER, lesson);
        assertThat(Tokens.page(MENTOR, "/narration/zh/" + lesson)).contains("现在不教了");
        publishedElsewhere(lesson, 3, "version");

        press(lesson, "delete").then().statusCode(409).body(containsString("还在教"));
        hear(lesson, sentence).then().statusCode(307);

        // Of a version that its words do not give it: however long this takes, nobody here comes to know it.
        publishedElsewhere(lesson, 4, "'0123456789abcdef'");
        askedBefore(lesson);
        assertThatThrownBy(() -> current.run(COUNTY, () -> make(lesson))).hasMessageContaining(lesson);
        assertThat(state(lesson)).as("tried again later").isEqualTo("making");
        execute("delete from county_content where slug = '" + lesson + "' and number > 2");
    }

    private static String spokenOnce(String lesson) {
        String sentence = Tokens.page(MENTOR, "/narration/zh/" + lesson)
                .replaceFirst("(?s).*?data-sentence=\"([0-9a-f]{16})\".*", "$1");
        speak(lesson, sentence).then().statusCode(201);
        return sentence;
    }

    private static Response hear(String lesson, String sentence) {
        return Tokens.as(MENTOR)
                .redirects()
                .follow(false)
                .get("/api/narrations/zh/{lesson}/{sentence}", lesson, sentence);
    }

    private static Response speak(String lesson, String sentence) {
        return Tokens.as(MENTOR)
                .contentType("audio/wav")
                .queryParam("at", Instant.now().toString())
                .body(SPEECH)
                .put("/api/narrations/zh/{lesson}/{sentence}/{sha256}", lesson, sentence, Sha256.hex(SPEECH));
    }

    /** @param what {@code publish}, {@code withdraw}, {@code delete} */
    private static Response press(String lesson, String what) {
        return FilmCalls.page(MENTOR).formParam("dialect", "").post("/narration/zh/{lesson}/{what}", lesson, what);
    }

    /** As another replica does: nobody here is told. @param version in SQL */
    private static void publishedElsewhere(String lesson, int number, String version) throws SQLException {
        execute("insert into county_content (county, kind, slug, number, version, body, files, reason, changed_by,"
                + " changed_at) select county, kind, slug, %d, %s, body, files, 'elsewhere', changed_by, now()"
                        .formatted(number, version)
                + " from county_content where slug = '" + lesson + "' and number = 1");
    }

    /** As if somebody had published it just before it was taken back. */
    private void askedBefore(String lesson) throws SQLException {
        execute(
                """
                insert into narrations (county, lesson, language, state, dialect, speaker, changed_by, changed_at)
                values ('%1$s', '%2$s', 'zh', 'making', '', '%3$s', '%3$s', '2026-01-01T00:00:00Z')
                """
                        .formatted(COUNTY, lesson, officer));
    }

    private static String asked(String lesson) {
        return "zh/" + lesson + "/2026-01-01T00:00:00Z";
    }

    private void make(String lesson) {
        kinds.stream().filter(kind -> kind.name().equals("narration.make")).forEach(kind -> kind.run(asked(lesson)));
    }

    private static String state(String lesson) {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            try (ResultSet row =
                    statement.executeQuery("select state from narrations where lesson = '" + lesson + "'")) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            statement.execute(sql);
        }
    }
}
