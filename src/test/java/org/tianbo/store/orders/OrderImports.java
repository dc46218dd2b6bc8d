package org.tianbo.store.orders;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.store.RecordedStoreEvents;
import org.tianbo.store.opening.Store;
import org.tianbo.store.opening.TestStores;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

/** Two stores without orders before each test, and what the tests of order files ask of them. */
@Trainees({OrderImports.SELLER, OrderImports.OTHER_SELLER})
abstract class OrderImports {

    static final String SELLER = "imports-orders";
    static final String OTHER_SELLER = "imports-orders-too";
    static final String COORDINATOR = "coordinator1";
    static final String NO_STORE = "019b0000-0000-7000-8000-00000000dead";

    @Inject
    Store stores;

    @Inject
    CurrentCounty county;

    @Inject
    RecordedStoreEvents events;

    String store;
    String other;

    @BeforeEach
    void aStoreWithoutOrders() throws SQLException {
        store = TestStores.of(stores, county, SELLER);
        other = TestStores.of(stores, county, OTHER_SELLER);
        DatabaseOwner.takeBackOrders();
        TestStores.open(store, "2026-01-01");
        TestStores.open(other, "2026-01-01");
        events.clear();
    }

    JsonPath income(String login) {
        return Tokens.as(login)
                .get("/api/stores/{id}/income?from=2026-01&to=2026-12", store)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    long count(String table) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    static byte[] part(String[] rows, int from, int to) {
        return Stream.concat(Stream.of(rows[0]), Arrays.stream(rows, from, to))
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
