package org.tianbo.store.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.store.opening.Store;
import org.tianbo.store.opening.SubmittedEvidence;
import org.tianbo.store.opening.TestStores;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

/** The forms by which photos come, as the tests send them. */
@Trainees(value = PhotoSubmissions.TRAINEE, county = "zhenping")
@Trainees(PhotoSubmissions.OTHER)
abstract class PhotoSubmissions {

    static final String TRAINEE = "shows-photos";
    static final String OTHER = "shows-photos-too";
    static final String GATE = "edible-farm-produce";
    static final String TEXT = "自家地里的橘子";
    static final Pattern PHOTO_ADDRESS = Pattern.compile("<img src=\"(/media/[^\"]+)\"");

    @Inject
    Store stores;

    @Inject
    Photos photos;

    @Inject
    CurrentCounty county;

    String store;

    @BeforeEach
    void aStoreWhosePapersAreAskedForAgain() throws SQLException {
        store = TestStores.of(stores, county, TRAINEE);
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            for (String table : List.of("gate_checks", "gate_evidence", "store_turns")) {
                statement.execute("delete from " + table + " where county = 'zhenping'");
            }
        }
    }

    static ValidatableResponse handIn(String text, String type, byte[] file) {
        return form(TRAINEE)
                .multiPart(word("words", text))
                .multiPart("photo", "IMG_0001", file, type)
                .post("/my-store/gates/" + GATE)
                .then();
    }

    static RequestSpecification form(String login) {
        return Tokens.as(login).accept("text/html").redirects().follow(false);
    }

    static io.restassured.specification.MultiPartSpecification word(String name, String value) {
        return new MultiPartSpecBuilder(value)
                .controlName(name)
                .charset(StandardCharsets.UTF_8)
                .mimeType("text/plain")
                .build();
    }

    /** The photo of what was handed in last; empty for none. */
    String evidence() {
        return county.as("zhenping", () -> stores.store(UUID.fromString(store)))
                .status()
                .gate(GATE)
                .submitted()
                .map(SubmittedEvidence::photo)
                .orElse("");
    }

    Map<String, PhotoView> of(String id) {
        return county.as("zhenping", () -> photos.of(UUID.fromString(id)));
    }

    static String shown(String page) {
        Matcher image = PHOTO_ADDRESS.matcher(page);
        assertThat(image.find()).isTrue();
        return image.group(1);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
