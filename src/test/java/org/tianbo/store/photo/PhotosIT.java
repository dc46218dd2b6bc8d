package org.tianbo.store.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.store.opening.PhonePhoto;
import org.tianbo.store.opening.TestStores;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.http.SimultaneousCalls;

/** In zhenping, whose trainee is the only one. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class PhotosIT extends PhotoSubmissions {

    @Test
    void thePhotoIsSeenByTheCountyUprightAndWithoutThePlace() throws Exception {
        byte[] sent = PhonePhoto.lying(2400, 1200);
        assertThat(text(sent)).contains("Exif", PhonePhoto.MAKER);

        handIn(TEXT, "image/jpeg", sent).statusCode(303);

        String desk = Tokens.as("officer2")
                .accept("text/html")
                .get("/stores/" + store)
                .asString();
        assertThat(desk).contains(TRAINEE);
        String link = shown(desk);
        byte[] stored = RestAssured.given()
                .urlEncodingEnabled(false)
                .get(link.replace("&amp;", "&"))
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .extract()
                .asByteArray();
        assertThat(text(stored)).doesNotContain("Exif", PhonePhoto.MAKER, "GPS");
        BufferedImage picture = PhonePhoto.read(stored);
        assertThat(picture.getWidth()).isEqualTo(800);
        assertThat(picture.getHeight()).isEqualTo(1600);
        assertThat(new Color(picture.getRGB(790, 10)).getBlue()).isGreaterThan(200);
        assertThat(new Color(picture.getRGB(10, 10)).getRed()).isGreaterThan(180);
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(stored));
        assertThat(desk).contains("<code>" + digest.substring(0, 12) + "</code>");
        assertThat(of(store).values())
                .anySatisfy(photo -> assertThat(photo.sha256()).isEqualTo(digest));
    }

    @Test
    void photosAreTakenUpToTheQuotaAndThatIsSaidBefore() {
        String person = Tokens.as(TRAINEE).get("/api/me").path("id");
        String quota = "/api/quotas/zhenping/people/" + person;
        int used = Tokens.as("admin").get(quota).path("used.photos");
        change(quota, Map.of("photos", used + 1, "note", "a test"));
        try {
            handIn(TEXT, "image/png", PhonePhoto.png(600 + used, 700)).statusCode(303);
            handIn(TEXT, "image/png", PhonePhoto.png(601 + used, 700))
                    .statusCode(422)
                    .body(containsString("照片已经给满了"))
                    .body(containsString("照片最多能给 %d 张，已经给了 %d 张".formatted(used + 1, used + 1)));
        } finally {
            change(quota, Map.of("note", "as configured"));
        }
    }

    @Test
    void fourRequestsSubmitOnceAndStoreThePhotoOnce() throws Exception {
        String quota = "/api/quotas/zhenping/people/"
                + Tokens.as(TRAINEE).get("/api/me").path("id");
        int used = Tokens.as("admin").get(quota).path("used.photos");
        byte[] photo = PhonePhoto.png(600 + used, 701);

        assertThat(SimultaneousCalls.fourAtOnce(
                        () -> handIn(TEXT, "image/png", photo).extract().statusCode()))
                .containsOnly(303);

        assertThat(handedIn()).isEqualTo(1);
        int now = Tokens.as("admin").get(quota).path("used.photos");
        assertThat(now).isEqualTo(used + 1);
        handIn(TEXT + "，今年摘的", "image/png", photo).statusCode(303);
        assertThat(handedIn()).isEqualTo(2);
    }

    private static long handedIn() throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement();
                ResultSet count = statement.executeQuery(
                        "select count(*) from gate_evidence where county = 'zhenping' and rule = '" + GATE + "'")) {
            count.next();
            return count.getLong(1);
        }
    }

    private static void change(String quota, Map<String, ?> limits) {
        Tokens.as("admin")
                .contentType("application/json")
                .body(limits)
                .put(quota)
                .then()
                .statusCode(200);
    }

    @Test
    void aStoreSeenOpenHasItsPhotoInTheHistory() {
        county.as("zhenping", () -> stores.store(UUID.fromString(store))).status().gates().stream()
                .filter(gate -> !gate.passed())
                .forEach(gate -> TestStores.page("officer2")
                        .formParams(
                                "evidence",
                                gate.submitted()
                                        .map(submitted -> submitted.id().toString())
                                        .orElse(""),
                                "confirmed",
                                true,
                                "note",
                                "当面看过")
                        .post("/stores/{id}/gates/{rule}", store, gate.gate().rule())
                        .then()
                        .statusCode(303));
        visit("", PhonePhoto.heic())
                .statusCode(422)
                .body(containsString("HEIC"))
                .body(containsString("货架上三样货"));

        visit("https://shop.example/zhenping", PhonePhoto.png(1800, 900)).statusCode(303);

        String desk = Tokens.as("officer2")
                .accept("text/html")
                .get("/stores/" + store)
                .asString();
        String history = desk.substring(desk.indexOf("class=\"history\""));
        assertThat(history).contains("货架上三样货", "演示·镇平干事", "width=\"1600\" height=\"800\"");
    }

    private ValidatableResponse visit(String link, byte[] file) {
        return form("officer2")
                .multiPart(word("link", link))
                .multiPart(word("day", "2026-01-05"))
                .multiPart(word("note", "货架上三样货"))
                .multiPart("photo", "IMG_0002", file, "image/png")
                .post("/stores/" + store + "/open")
                .then();
    }
}
