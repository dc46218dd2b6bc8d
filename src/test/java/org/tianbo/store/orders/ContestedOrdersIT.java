package org.tianbo.store.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tianbo.store.opening.TestStores;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.TianboServices;

/** Orders that two stores of a county bring; only the database tells which came first. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class ContestedOrdersIT extends OrderImports {

    @Test
    void theSameOrderCountsOnceInTheCountyAndAnOfficerDecidesWhere() throws SQLException {
        String[] rows = new String(TestStores.fixture("douyin.csv"), StandardCharsets.UTF_8).split("\r?\n");
        String number = rows[1].split(",")[0].strip();
        int items = (int) Arrays.stream(rows)
                .skip(1)
                .takeWhile(row -> row.contains(number))
                .count();
        TestStores.bring(COORDINATOR, store, "douyin", false, part(rows, 1, 1 + items))
                .statusCode(200)
                .body("new", equalTo(items));
        String before = income(COORDINATOR).prettify();

        TestStores.bring(COORDINATOR, other, "douyin", false, part(rows, 1, 2 + items))
                .statusCode(200)
                .body("held", equalTo(items))
                .body("new", equalTo(1));
        TestStores.bring(COORDINATOR, other, "douyin", false, part(rows, 1, 2 + items))
                .statusCode(200)
                .body("held", equalTo(items))
                .body("unchanged", equalTo(1));
        assertThat(income(COORDINATOR).prettify()).isEqualTo(before);

        TestStores.page("officer1").get("/stores/{id}", store).then().body(containsString(number));
        TestStores.page(COORDINATOR).get("/stores/{id}", store).then().body(not(containsString(number)));
        TestStores.page(OTHER_SELLER).get("/my-store").then().body(not(containsString(number)));
        decide(COORDINATOR, number, other, "看过后台").statusCode(403);
        decide("officer2", number, other, "看过后台").statusCode(404);
        decide("officer1", number, other, " ").statusCode(422);
        decide("officer1", number, NO_STORE, "看过后台").statusCode(422);
        decide("officer1", number, other, "看过后台").statusCode(303);
        decide("officer1", number, store, "看过后台").statusCode(409);

        assertThat(income(COORDINATOR).getList("months")).isEmpty();
        assertThat(lastInLedger(store)).contains("\"settled\":\"0\"");
        assertThat(count("order_lines")).isEqualTo(items + 1);
        TestStores.bring(COORDINATOR, store, "douyin", false, part(rows, 1, 1 + items))
                .statusCode(200)
                .body("rejected", hasSize(items))
                .body("rejected[0].code", equalTo("orders.decided-for-another-store"));
    }

    @Test
    void ofTwoStoresThatBringTheSameOrdersAtOnceOneCounts() throws Exception {
        byte[] file = TestStores.fixture("douyin.csv");
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> held = both.invokeAll(Stream.of(store, other)
                    .<Callable<Integer>>map(each -> () -> TestStores.bring(COORDINATOR, each, "douyin", false, file)
                            .statusCode(200)
                            .extract()
                            .path("held"))
                    .toList());

            assertThat(held.get(0).get() + held.get(1).get()).isEqualTo(1125);
        } finally {
            both.shutdown();
        }
        assertThat(count("order_lines")).isEqualTo(1125);
        assertThat(count("held_order_lines")).isEqualTo(1125);
    }

    private static String lastInLedger(String store) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("select content from ledger_entries where kind = 'income'"
                        + " and thing = '" + store + "' order by seq desc limit 1")) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private ValidatableResponse decide(String login, String order, String store, String reason) {
        return TestStores.page(login)
                .formParams("platform", "douyin", "order", order, "store", store, "reason", reason)
                .post("/stores/{id}/contested", this.store)
                .then();
    }
}
