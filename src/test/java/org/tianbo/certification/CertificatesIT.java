package org.tianbo.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.people.NewPerson;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class CertificatesIT extends CertificateCalls {

    private static final String HOLDER = "certificate-holder";
    private static final String NAME = "持证·水生";
    private static final String MENTOR = "certificate-mentor";

    @Inject
    Newcomers newcomers;

    @Inject
    Heard received;

    @ApplicationScoped
    static class Heard {

        private final List<TraineeReady> ready = new CopyOnWriteArrayList<>();
        private final List<CertificateIssued> issued = new CopyOnWriteArrayList<>();

        void ready(@Observes TraineeReady event) {
            ready.add(event);
        }

        void issued(@Observes CertificateIssued event) {
            issued.add(event);
        }

        List<TraineeReady> ready() {
            return List.copyOf(ready);
        }

        List<CertificateIssued> issued() {
            return List.copyOf(issued);
        }
    }

    /** The demo's counties ask for one review. */
    @BeforeEach
    void somebodyJoins() {
        UUID holder = newcomers.join(
                "fengcheng",
                new NewPerson(HOLDER, NAME, null, null, null, null, "白土镇", "雷坊村", null, null),
                Roles.TRAINEE);
        newcomers.assign("fengcheng", MENTOR, holder);
    }

    @Test
    void whoMeetsTheCriteriaIsCertifiedAndAnybodyCanCheckItUntilItIsRevoked() throws Exception {
        UUID holder = UUID.fromString(Tokens.as(HOLDER).get("/api/me").path("id"));
        page(HOLDER).get("/my-certificate").then().statusCode(200).body(containsString("离拿证还差几样"));
        page("officer1").post("/certification/{id}/pass", holder).then().statusCode(409);

        review(MENTOR, Attempts.submitted(HOLDER, "冻米糖"));
        assertThat(readyOf(holder)).isEmpty();
        learnEverything(HOLDER);
        assertThat(readyOf(holder)).hasSize(1);

        page(HOLDER).get("/my-certificate").then().body(containsString("都做到了"));
        long lessons = curriculum.courses().stream()
                .mapToLong(course -> course.lessons().size())
                .sum();
        page("coordinator1")
                .get("/certification")
                .then()
                .statusCode(200)
                .body(containsString(NAME))
                .body(containsString(lessons + " 课学得或答得太快，先问问本人"));
        page(MENTOR).get("/certification").then().statusCode(403);
        page("officer1").post("/certification/{id}/pass", holder).then().statusCode(303);
        page("officer1").post("/certification/{id}/pass", holder).then().statusCode(409);

        String serial = received.issued().stream()
                .filter(event -> event.trainee().equals(holder))
                .findFirst()
                .orElseThrow()
                .serial();
        page(HOLDER)
                .get("/my-certificate")
                .then()
                .body(containsString(serial))
                .body(containsString("<svg class=\"qr\""));
        publicPage(serial).body(containsString(NAME)).body(containsString("有效")).body(not(containsString("雷坊村")));
        publicPage(serial.toLowerCase(Locale.ROOT)).body(containsString("有效"));
        String badge = anybodyVerifiesTheBadge(serial);

        page("officer2")
                .formParam("reason", "试试")
                .post("/certification/{serial}/revoke", serial)
                .then()
                .statusCode(404);
        page("officer1")
                .formParam("reason", " ")
                .post("/certification/{serial}/revoke", serial)
                .then()
                .statusCode(422)
                .body(containsString("<details open>"), containsString("id=\"fault-" + serial + "\""));
        page("officer1")
                .formParam("reason", "代播")
                .post("/certification/{serial}/revoke", serial)
                .then()
                .statusCode(303);
        publicPage(serial).body(containsString("已收回")).body(not(containsString("代播")));
        aRevokedBadgeIsGone(serial, badge);
        page("officer1").post("/certification/{id}/pass", holder).then().statusCode(303);
    }

    /** @return the credential */
    private static String anybodyVerifiesTheBadge(String serial) throws Exception {
        String badge = RestAssured.get("/api/certificates/" + serial)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/plain"))
                .extract()
                .asString();
        assertThat(PublishedKeys.verify(badge)).isTrue();
        JWSObject read = JWSObject.parse(badge);
        RestAssured.get(read.getHeader().getKeyID()).then().statusCode(200).body("kty", equalTo("EC"));
        Map<String, Object> members = read.getPayload().toJSONObject();
        assertThat(members.toString()).contains(NAME, serial).doesNotContain("雷坊村");
        RestAssured.get(members.get("iss").toString())
                .then()
                .statusCode(200)
                .body("id", equalTo(members.get("iss")))
                .body("name", containsString("Fengcheng"));

        members.put("validFrom", "2020-01-01T00:00:00Z");
        String[] parts = badge.split("\\.");
        String changed = parts[0] + "." + new Payload(members).toBase64URL() + "." + parts[2];
        assertThat(PublishedKeys.verify(changed)).isFalse();
        return badge;
    }

    private static void aRevokedBadgeIsGone(String serial, String badge) throws Exception {
        RestAssured.given()
                .header("Accept-Language", "en")
                .get("/api/certificates/" + serial)
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("code", equalTo("certification.revoked"))
                .body("detail", containsString("no longer counts"))
                .body("revokedAt", startsWith("20"));
        assertThat(PublishedKeys.verify(badge)).isTrue();
    }

    private List<TraineeReady> readyOf(UUID trainee) {
        return received.ready().stream()
                .filter(event -> event.trainee().equals(trainee))
                .toList();
    }

    private static ValidatableResponse publicPage(String serial) {
        return RestAssured.given()
                .accept("text/html")
                .get("/certificates/" + serial)
                .then()
                .statusCode(200);
    }
}
