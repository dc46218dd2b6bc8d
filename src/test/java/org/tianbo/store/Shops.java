package org.tianbo.store;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.Tokens;

/** Stores and order files as the tests bring them, through the front door. */
final class Shops {

    private Shops() {}

    /** The store of that trainee; begun if it was not. */
    static String of(Store stores, CurrentCounty county, String login) {
        UUID trainee = UUID.fromString(Tokens.as(login).get("/api/me").path("id"));
        page(login).post("/my-store").then().statusCode(303);
        String id = Tokens.as(login).get("/api/me").path("county.id");
        return county.as(id, () -> stores.storeOf(trainee).orElseThrow().id().toString());
    }

    /** A request of a form, whose answer is not followed. */
    static RequestSpecification page(String login) {
        return Tokens.as(login)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html")
                .redirects()
                .follow(false);
    }

    static ValidatableResponse bring(String login, String store, String platform, boolean dryRun, byte[] file) {
        return Tokens.as(login)
                .contentType("text/csv")
                .body(file)
                .post("/api/stores/{id}/orders?platform={platform}&dryRun={dryRun}", store, platform, dryRun)
                .then();
    }

    static void expect(ValidatableResponse report, int added, int changed, int unchanged) {
        report.statusCode(200)
                .body("new", equalTo(added))
                .body("changed", equalTo(changed))
                .body("unchanged", equalTo(unchanged));
    }

    static byte[] fixture(String name) {
        try (InputStream in = Shops.class.getResourceAsStream("/fixtures/orders/" + name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
