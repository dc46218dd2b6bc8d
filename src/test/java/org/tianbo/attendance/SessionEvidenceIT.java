package org.tianbo.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.enrolment.Classes;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.NewCohort;
import org.tianbo.learning.progress.PhoneRecords;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.time.Zones;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** Pictures of sessions and hours online. Needs the application: photos made anew, records of phones, roles. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class SessionEvidenceIT {

    private static final String TEACHER = "teaches-and-photographs";
    private static final String TRAINEE = "watches-films";

    @Inject
    Newcomers newcomers;

    @Inject
    Classes classes;

    @Inject
    Cohorts cohorts;

    @Inject
    PhoneRecords phones;

    private UUID cohort;
    private UUID session;

    @BeforeEach
    void aSessionOfAClassThatIsRunning() {
        LocalDate today = LocalDate.now(Zones.SHANGHAI);
        cohort = classes.inFengcheng(
                () -> cohorts.open(new NewCohort("runs now " + Ids.next(), today.minusDays(2), today.plusDays(2))));
        session = PlannedSessions.now(cohort, newcomers.join(TEACHER, Roles.MENTOR));
    }

    @Test
    void aPhotoIsKeptWithItsTimeAndPlaceAndGoesOnWithout() throws IOException {
        assertThat(Tokens.as(TEACHER).accept("text/html").get(address()).header("Permissions-Policy"))
                .contains("geolocation=(self)");
        assertThat(Tokens.as(TEACHER)
                        .accept("text/html")
                        .get("/attendance/sessions/" + session)
                        .header("Permissions-Policy"))
                .contains("geolocation=()");

        photo(TEACHER, 1, "33.123456,112.500000,12", Instant.now()).statusCode(303);
        photo(TEACHER, 2, "here", Instant.now().minusSeconds(86_400)).statusCode(303);

        assertThat(Tokens.page("auditor1", "/attendance/sessions/" + session))
                .contains("33.1235, 112.5000", "误差 12 米", TEACHER, "没有地点", "手机上说是");
        assertThat(Tokens.page("auditor1", "/attendance/sessions/" + session).split("<img", -1))
                .hasSize(3);
    }

    @Test
    void theSamePhotoAtAnotherSessionIsShownToAPerson() throws IOException {
        photo(TEACHER, 3, "", Instant.now()).statusCode(303);
        assertThat(Tokens.page("officer1", "/attendance/sessions/" + session)).doesNotContain("另一次课也用了这张照片");

        session = PlannedSessions.now(cohort, newcomers.join(TEACHER, Roles.MENTOR));
        photo(TEACHER, 3, "", Instant.now()).statusCode(303);

        assertThat(Tokens.page("officer1", "/attendance/sessions/" + session)).contains("另一次课也用了这张照片");
    }

    @Test
    void whatIsNoPhotoAndWhoeverMayNotAreRefused() throws IOException {
        form(TEACHER)
                .multiPart("place", "")
                .post(address())
                .then()
                .statusCode(422)
                .body(containsString("请选一张照片"));
        form(TEACHER)
                .multiPart("photo", "x.jpg", new byte[] {1, 2, 3}, "image/jpeg")
                .post(address())
                .then()
                .statusCode(422);
        photo("officer2", 4, "", Instant.now()).statusCode(404);
        photo("mentor1", 4, "", Instant.now()).statusCode(404);
        photo("auditor1", 4, "", Instant.now()).statusCode(403);
    }

    @Test
    void hoursOnlineAreWhatReallyPlayedAndCountOnce() {
        classes.enrol(cohort, newcomers.join(TRAINEE, Roles.TRAINEE));
        watched(0, 60).body("results[0].status", equalTo("accepted"));
        watched(30, 90);
        watched(0, 90);
        watched(90, 30).body("results[0].status", equalTo("rejected"));

        assertThat(Tokens.page("officer1", "/attendance/classes/" + cohort)).contains("data-head=\"线上\">0 小时");
        watched(90, 7_200);

        assertThat(Tokens.page("officer1", "/attendance/classes/" + cohort))
                .contains("data-head=\"线上\">0.1")
                .doesNotContain("data-head=\"线上\">2 小时");
        assertThat(Tokens.page(TRAINEE, "/attend")).contains("另外在手机上看课 0.1 小时");
    }

    private ValidatableResponse watched(int from, int until) {
        ObjectNode record = phones.completed(Ids.next(), PhoneRecords.LESSON, phones.now());
        record.put("type", "lesson.watched");
        ((ObjectNode) record.get("data")).putArray("played").add(from).add(until);
        return phones.send(TRAINEE, phones.call(record));
    }

    private String address() {
        return "/attendance/sessions/" + session + "/photo";
    }

    private static RequestSpecification form(String login) {
        return Tokens.as(login).redirects().follow(false).accept("text/html");
    }

    /** A picture that differs by its number. */
    private ValidatableResponse photo(String login, int number, String place, Instant taken) throws IOException {
        BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        picture.createGraphics().fillRect(0, 0, 10 * number, 30);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", bytes);
        return form(login)
                .multiPart("photo", "photo.jpg", bytes.toByteArray(), "image/jpeg")
                .multiPart("place", place)
                .multiPart("taken", taken.toString())
                .post(address())
                .then();
    }
}
