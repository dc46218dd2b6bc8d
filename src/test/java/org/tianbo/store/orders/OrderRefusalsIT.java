package org.tianbo.store.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.tianbo.store.opening.TestStores;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.http.LargeBody;

/** What is not taken in of order files, and who may not bring or see it; needs the roles and the database. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class OrderRefusalsIT extends OrderImports {

    @Test
    void aBrokenRowIsNamedByLineWithATextAndCostsNoOther() {
        String[] rows = new String(TestStores.fixture("douyin.csv"), StandardCharsets.UTF_8).split("\r?\n");
        rows[1] = rows[1].replace("已完成", "已冻结");

        TestStores.bring(COORDINATOR, store, "douyin", false, part(rows, 1, 4))
                .statusCode(200)
                .body("rows", equalTo(3))
                .body("new", equalTo(2))
                .body("rejected", hasSize(1))
                .body("rejected[0].line", equalTo(2))
                .body("rejected[0].field", equalTo("state"))
                .body("rejected[0].code", equalTo("orders.state-unknown"))
                .body("rejected[0].message", containsString("不认识"));
    }

    @Test
    void whatIsNoOrderFileOfThatPlatformIsRefusedWhole() throws Exception {
        TestStores.bring(COORDINATOR, store, "douyin", false, TestStores.fixture("jd.csv"))
                .statusCode(422);
        TestStores.bring(COORDINATOR, store, "douyin", false, new byte[] {'P', 'K', 3, 4, 0})
                .statusCode(422)
                .body("code", equalTo("table.damaged"));
        TestStores.bring(COORDINATOR, store, "douyin", false, new byte[0]).statusCode(422);
        TestStores.bring(COORDINATOR, store, "weixin", false, TestStores.fixture("jd.csv"))
                .statusCode(422)
                .body("code", equalTo("orders.platform-unknown"));
        assertThat(LargeBody.statusOf(
                        "POST",
                        "/api/stores/" + store + "/orders?platform=douyin",
                        COORDINATOR,
                        new byte[(16 << 20) + 1],
                        "Content-Type",
                        "text/csv"))
                .isEqualTo(413);
        Tokens.as(COORDINATOR)
                .multiPart("file", "douyin.csv", TestStores.fixture("douyin.csv"))
                .post("/api/stores/{id}/orders?platform=douyin", store)
                .then()
                .statusCode(415);

        assertThat(count("order_imports")).isZero();
    }

    @Test
    void aStoreThatIsNotOpenTakesNoOrders() throws SQLException {
        TestStores.closed(store);

        TestStores.bring(COORDINATOR, store, "douyin", true, TestStores.fixture("douyin.csv"))
                .statusCode(409)
                .body("code", equalTo("orders.store-not-open"));
        assertThat(count("order_imports")).isZero();
    }

    @Test
    void ordersFromBeforeTheOpeningAreReportedAndNotCounted() throws SQLException {
        TestStores.closed(store);
        TestStores.open(store, "2026-05-01");

        int earlier = TestStores.bring(COORDINATOR, store, "douyin", false, TestStores.fixture("douyin.csv"))
                .statusCode(200)
                .body("rejected", hasSize(0))
                .extract()
                .path("earlier");

        assertThat(earlier).isPositive();
        assertThat(count("order_lines")).isEqualTo(1125 - earlier);
        assertThat(income(COORDINATOR).getList("months.month")).first().isEqualTo("2026-05");
    }

    @Test
    void theRejectedRowsComeBackAsAFileToMend() throws SQLException {
        String[] rows = new String(TestStores.fixture("douyin.csv"), StandardCharsets.UTF_8).split("\r?\n");
        rows[2] = rows[2].replace("已完成", "已冻结");

        String sheet = Tokens.as(COORDINATOR)
                .contentType("application/octet-stream")
                .accept("text/csv")
                .header("Accept-Language", "en")
                .body(part(rows, 1, 4))
                .post("/api/stores/{id}/orders/rejected?platform=douyin", store)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("rejected.csv"))
                .extract()
                .asString();

        assertThat(sheet.lines()).hasSize(2);
        assertThat(sheet).contains("已冻结", "This order state is not known");
        assertThat(count("order_imports")).isZero();
        TestStores.bring(
                        COORDINATOR,
                        store,
                        "douyin",
                        false,
                        sheet.replace("已冻结", "已完成").getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("new", equalTo(1));
    }

    @Test
    void anotherCountysStoreIsNotThere() {
        TestStores.bring("officer2", store, "douyin", false, TestStores.fixture("douyin.csv"))
                .statusCode(404);
        TestStores.bring(COORDINATOR, NO_STORE, "douyin", false, TestStores.fixture("douyin.csv"))
                .statusCode(404);
        Tokens.as("officer2").get("/api/stores/{id}/income", store).then().statusCode(404);
    }

    @Test
    void traineesReadTheirOwnIncomeOnlyAndBringNoFiles() {
        Tokens.as(SELLER).get("/api/stores/{id}/income", store).then().statusCode(200);
        Tokens.as(OTHER_SELLER).get("/api/stores/{id}/income", store).then().statusCode(404);
        Tokens.as("auditor1").get("/api/stores/{id}/income", store).then().statusCode(200);
        Tokens.as("mentor1").get("/api/stores/{id}/income", store).then().statusCode(403);
        TestStores.bring(SELLER, store, "douyin", false, TestStores.fixture("douyin.csv"))
                .statusCode(403);
    }

    @Test
    void aMonthThatCannotBeReadIsNamed() {
        Tokens.as(COORDINATOR)
                .get("/api/stores/{id}/income?from=April", store)
                .then()
                .statusCode(422)
                .body("code", equalTo("orders.month-unreadable"))
                .body("errors[0].field", equalTo("from"));
    }
}
