package org.tianbo.store.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.store.opening.PhonePhoto;
import org.tianbo.store.opening.Store;
import org.tianbo.store.opening.SubmittedEvidence;
import org.tianbo.store.opening.TestStores;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.SimultaneousCalls;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** In zhenping, whose trainee is the only one. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class PhotosIT {

    private static final String GATE = "edible-farm-produce";
    private static final String TEXT = "自家地里的橘子";
    private static final Pattern PHOTO_ADDRESS = Pattern.compile("<img src=\"(/media/[^\"]+)\"");
    private static final Pattern STORED_PHOTO = Pattern.compile("name=\"kept\" value=\"([^\"]+)\"");

    @Inject
    Store stores;

    @Inject
    Photos photos;

    @Inject
    CurrentCounty county;

    private String store;

    @BeforeEach
    void aStoreWhosePapersAreAskedForAgain() throws SQLException {
        store = TestStores.of(stores, county, "trainee7");
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            for (String table : List.of("gate_checks", "gate_evidence", "store_turns")) {
                statement.execute("delete from " + table + " where county = 'zhenping'");
            }
        }
    }

    @Test
    void thePhotoIsSeenByTheCountyUprightAndWithoutThePlace() throws Exception {
        byte[] sent = PhonePhoto.lying(2400, 1200);
        assertThat(text(sent)).contains("Exif", PhonePhoto.MAKER);

        handIn(TEXT, "image/jpeg", sent).statusCode(303);

        String desk = Tokens.as("officer2")
                .accept("text/html")
                .get("/stores/" + store)
                .asString();
        assertThat(desk).contains("演示·镇平学员");
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
        String person = Tokens.as("trainee7").get("/api/me").path("id");
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
                + Tokens.as("trainee7").get("/api/me").path("id");
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
    void nobodyElseSeesIt() {
        handIn(TEXT, "image/png", PhonePhoto.png(900, 700)).statusCode(303);
        String link = shown(Tokens.as("officer2")
                .accept("text/html")
                .get("/stores/" + store)
                .asString());

        RestAssured.get(link.substring(0, link.indexOf('?'))).then().statusCode(403);
        RestAssured.get(link.replace("sig=", "sig=x")).then().statusCode(403);
        TestStores.page("officer1").get("/stores/{id}", store).then().statusCode(404);
        TestStores.page("auditor1").get("/stores/{id}", store).then().statusCode(404);
        TestStores.page("mentor3").get("/stores/{id}", store).then().statusCode(403);
        TestStores.page("trainee7").get("/stores/{id}", store).then().statusCode(403);
        TestStores.page("trainee7")
                .get("/my-store?gate=" + GATE)
                .then()
                .statusCode(200)
                .body(containsString("/media/"));
    }

    @Test
    void whatIsNoPhotoIsRefusedInPlainWordsAndTheWordsStay() {
        refused("image/jpeg", "<html>".getBytes(StandardCharsets.US_ASCII), "这不是照片");
        refused("image/heic", PhonePhoto.heic(), "HEIC");
        refused("image/jpeg", new byte[(8 << 20) + 1], "最多 8 MB");
        byte[] cut = new byte[400];
        System.arraycopy(PhonePhoto.lying(600, 600), 0, cut, 0, cut.length);
        refused("image/jpeg", cut, "打不开");
    }

    @Test
    void aGoodPhotoIsNotRequestedAgainWhenTheTextWasWrong() {
        String page = handIn("长".repeat(1001), "image/png", PhonePhoto.png(640, 480))
                .statusCode(422)
                .body(containsString("照片存好了"))
                .body(containsString("请少于 1000 个字"))
                .extract()
                .asString();
        Matcher stored = STORED_PHOTO.matcher(page);
        assertThat(stored.find()).isTrue();

        TestStores.page("trainee7")
                .formParams("words", TEXT, "kept", stored.group(1))
                .post("/my-store/gates/" + GATE)
                .then()
                .statusCode(303);

        assertThat(evidence()).isEqualTo(stored.group(1));
    }

    @Test
    void aPhotoOfAnotherStoreCannotBeHandedIn() {
        String other = TestStores.of(stores, county, "trainee1");
        UUID someone = UUID.fromString(Tokens.as("trainee1").get("/api/me").path("id"));
        assertThat(other).isNotEqualTo(store);
        String before = evidence();

        for (String stored : new String[] {someone.toString(), "../../etc/passwd"}) {
            TestStores.page("trainee7")
                    .formParams("words", TEXT, "kept", stored)
                    .post("/my-store/gates/" + GATE)
                    .then()
                    .statusCode(422)
                    .body(containsString("这张照片没有找到"))
                    .body(containsString(TEXT));
        }
        assertThat(evidence()).isEqualTo(before);
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

    private void refused(String type, byte[] file, String sentence) {
        String before = evidence();
        handIn(TEXT, type, file)
                .statusCode(422)
                .body(containsString(sentence))
                .body(containsString(TEXT))
                .body(not(containsString("照片存好了")));
        assertThat(evidence()).isEqualTo(before);
    }

    private static ValidatableResponse handIn(String text, String type, byte[] file) {
        return form("trainee7")
                .multiPart(word("words", text))
                .multiPart("photo", "IMG_0001", file, type)
                .post("/my-store/gates/" + GATE)
                .then();
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

    private static RequestSpecification form(String login) {
        return Tokens.as(login).accept("text/html").redirects().follow(false);
    }

    private static io.restassured.specification.MultiPartSpecification word(String name, String value) {
        return new MultiPartSpecBuilder(value)
                .controlName(name)
                .charset(StandardCharsets.UTF_8)
                .mimeType("text/plain")
                .build();
    }

    /** The photo of what was handed in last; empty for none. */
    private String evidence() {
        return county.as("zhenping", () -> stores.store(UUID.fromString(store)))
                .status()
                .gate(GATE)
                .submitted()
                .map(SubmittedEvidence::photo)
                .orElse("");
    }

    private Map<String, PhotoView> of(String id) {
        return county.as("zhenping", () -> photos.of(UUID.fromString(id)));
    }

    private static String shown(String page) {
        Matcher image = PHOTO_ADDRESS.matcher(page);
        assertThat(image.find()).isTrue();
        return image.group(1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
