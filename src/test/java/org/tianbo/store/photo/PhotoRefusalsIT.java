package org.tianbo.store.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tianbo.store.opening.PhonePhoto;
import org.tianbo.store.opening.TestStores;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** Photos that are not taken, or not shown. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class PhotoRefusalsIT extends PhotoSubmissions {

    private static final Pattern STORED_PHOTO = Pattern.compile("name=\"kept\" value=\"([^\"]+)\"");

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
        TestStores.page(TRAINEE).get("/stores/{id}", store).then().statusCode(403);
        TestStores.page(TRAINEE)
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

        TestStores.page(TRAINEE)
                .formParams("words", TEXT, "kept", stored.group(1))
                .post("/my-store/gates/" + GATE)
                .then()
                .statusCode(303);

        assertThat(evidence()).isEqualTo(stored.group(1));
    }

    @Test
    void aPhotoOfAnotherStoreCannotBeHandedIn() {
        String other = TestStores.of(stores, county, OTHER);
        UUID someone = UUID.fromString(Tokens.as(OTHER).get("/api/me").path("id"));
        assertThat(other).isNotEqualTo(store);
        String before = evidence();

        for (String stored : new String[] {someone.toString(), "../../etc/passwd"}) {
            TestStores.page(TRAINEE)
                    .formParams("words", TEXT, "kept", stored)
                    .post("/my-store/gates/" + GATE)
                    .then()
                    .statusCode(422)
                    .body(containsString("这张照片没有找到"))
                    .body(containsString(TEXT));
        }
        assertThat(evidence()).isEqualTo(before);
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
}
