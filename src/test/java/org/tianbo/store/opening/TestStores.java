package org.tianbo.store.opening;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Tokens;

/** Stores and order files as the tests bring them, through the front door. */
public final class TestStores {

    private static final Map<String, Me> KNOWN = new ConcurrentHashMap<>();

    private TestStores() {}

    private record Me(UUID id, String county) {}

    private static Me me(String login) {
        JsonPath me = Tokens.as(login).get("/api/me").jsonPath();
        return new Me(UUID.fromString(me.getString("id")), me.getString("county.id"));
    }

    /** The store of that trainee; begun if it was not. */
    public static String of(Store stores, CurrentCounty county, String login) {
        Me me = KNOWN.computeIfAbsent(login, TestStores::me);
        page(login).post("/my-store").then().statusCode(303);
        return county.as(
                me.county(), () -> stores.storeOf(me.id()).orElseThrow().id().toString());
    }

    /** As if it had been seen open on that day, and never before. */
    public static void open(String store, String day) throws SQLException {
        turned(store, "OPENED", day);
    }

    public static void closed(String store) throws SQLException {
        turned(store, "CLOSED", "2026-01-01");
    }

    private static void turned(String store, String kind, String day) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("delete from store_turns where store = '" + store + "'");
            statement.execute(
                    "insert into store_turns (county, id, store, kind, on_day, link, note, turned_by, turned_at)"
                            + " select county, gen_random_uuid(), id, '" + kind + "', '" + day
                            + "', 'https://shop.example', 'test', trainee, now() from stores where id = '" + store
                            + "'");
        }
    }

    /** A request of a form, whose answer is not followed. */
    public static RequestSpecification page(String login) {
        return Tokens.as(login)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html")
                .redirects()
                .follow(false);
    }

    public static ValidatableResponse bring(String login, String store, String platform, boolean dryRun, byte[] file) {
        return Tokens.as(login)
                .contentType("text/csv")
                .body(file)
                .post("/api/stores/{id}/orders?platform={platform}&dryRun={dryRun}", store, platform, dryRun)
                .then();
    }

    public static void expect(ValidatableResponse report, int added, int changed, int unchanged) {
        report.statusCode(200)
                .body("new", equalTo(added))
                .body("changed", equalTo(changed))
                .body("unchanged", equalTo(unchanged));
    }

    public static byte[] fixture(String name) {
        try (InputStream in = TestStores.class.getResourceAsStream("/fixtures/orders/" + name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
