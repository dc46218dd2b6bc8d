package org.tianbo.store.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.store.HeardOrders;
import org.tianbo.store.StoreOpened;
import org.tianbo.store.StoreState;
import org.tianbo.testsupport.TianboServices;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class StoreIT {

    private static final String LINK = "https://shop.example/chunmei";

    @Inject
    Store stores;

    @Inject
    CurrentCounty county;

    @Inject
    HeardOrders events;

    @Test
    void aStoreOpensWhenEveryGateWasLookedAtAndTheStoreWasSeen() {
        Shops.page("trainee3").get("/my-store").then().statusCode(200).body(containsString("开始准备"));
        String store = Shops.of(stores, county, "trainee3");
        events.clear();
        int gates = view(store).status().gates().size();
        assertThat(gates).isEqualTo(7);
        Shops.page("trainee3").get("/my-store").then().statusCode(200).body(containsString("还差 7 样就能开"));

        view(store).status().gates().forEach(gate -> handIn(gate));
        Shops.page("trainee3").get("/my-store").then().body(containsString("都交上了"));
        Shops.page("coordinator1")
                .formParams("link", LINK, "day", "2026-01-05", "note", "看过")
                .post("/stores/{id}/open", store)
                .then()
                .statusCode(409)
                .body(containsString("还差 6 样"));

        view(store).status().gates().stream().filter(gate -> !gate.passed()).forEach(gate -> confirm(store, gate));
        open(store, "");
        assertThat(events.opened()).isEmpty();
        Shops.page("coordinator1")
                .formParams("link", LINK, "day", "2026-01-05", "note", "店里三样货，都是自家的")
                .post("/stores/{id}/open", store)
                .then()
                .statusCode(303);

        assertThat(events.opened()).extracting(StoreOpened::store).containsExactly(UUID.fromString(store));
        assertThat(view(store).state()).isEqualTo(StoreState.OPEN);
        Shops.page("trainee3")
                .get("/my-store")
                .then()
                .statusCode(200)
                .body(containsString("小店开着"))
                .body(containsString("演示·村协调员"))
                .body(containsString(LINK));
        Shops.page("officer1").get("/stores/{id}", store).then().statusCode(200).body(containsString("店里三样货"));

        closesWithAReasonAndOpensAgain(store);
    }

    @Test
    void whatIsReturnedIsRequestedAgainAndTheOldStaysInTheFolder() {
        String store = Shops.of(stores, county, "trainee4");
        Shops.page("trainee4")
                .formParams("link", "我的店")
                .post("/my-store/gates/seller-on-page")
                .then()
                .statusCode(422)
                .body(containsString("不像一个网址"))
                .body(containsString("value=\"我的店\""));
        Shops.page("trainee4")
                .formParams("link", "https://shop.example/old")
                .post("/my-store/gates/seller-on-page")
                .then()
                .statusCode(303);
        GateStatus first = gate(store, "seller-on-page");
        Shops.page("coordinator1")
                .formParams("evidence", first.submitted().orElseThrow().id(), "confirmed", false)
                .post("/stores/{id}/gates/seller-on-page", store)
                .then()
                .statusCode(422);
        Shops.page("coordinator1")
                .formParams("evidence", first.submitted().orElseThrow().id(), "confirmed", false, "note", "页面上没有地址")
                .post("/stores/{id}/gates/seller-on-page", store)
                .then()
                .statusCode(303);
        Shops.page("trainee4").get("/my-store?gate=seller-on-page").then().body(containsString("页面上没有地址"));

        Shops.page("trainee4")
                .formParams("link", "https://shop.example/new")
                .post("/my-store/gates/seller-on-page")
                .then()
                .statusCode(303);

        assertThat(gate(store, "seller-on-page").state()).isEqualTo(GateStatus.State.SUBMITTED);
        Shops.page("coordinator1")
                .formParams("evidence", first.submitted().orElseThrow().id(), "confirmed", true)
                .post("/stores/{id}/gates/seller-on-page", store)
                .then()
                .statusCode(409)
                .body(containsString("刚刚换了材料"));
        Shops.page("coordinator1")
                .formParams("evidence", "an id cut in half", "confirmed", true)
                .post("/stores/{id}/gates/seller-on-page", store)
                .then()
                .statusCode(409)
                .body(containsString("刚刚换了材料"));
    }

    @Test
    void onlyThoseWhoMaySeeAStoreSeeIt() {
        String store = Shops.of(stores, county, "trainee5");

        Shops.page("officer2").get("/stores/{id}", store).then().statusCode(404);
        Shops.page("officer2").get("/stores").then().statusCode(200).body(not(containsString(store)));
        Shops.page("trainee1").get("/stores/{id}", store).then().statusCode(403);
        Shops.page("auditor1")
                .get("/stores/{id}", store)
                .then()
                .statusCode(200)
                .body(not(containsString("action=\"/stores")));
        Shops.page("auditor1").post("/stores/{id}/close", store).then().statusCode(403);
    }

    private void closesWithAReasonAndOpensAgain(String store) {
        Shops.page("officer1").post("/stores/{id}/close", store).then().statusCode(422);
        Shops.page("officer1")
                .formParams("reason", "货卖完了，明年再开")
                .post("/stores/{id}/close", store)
                .then()
                .statusCode(303);
        Shops.page("trainee3").get("/my-store").then().body(containsString("货卖完了"));
        Shops.page("officer1")
                .formParams("link", LINK, "day", "2026-02-01", "note", "又开了")
                .post("/stores/{id}/open", store)
                .then()
                .statusCode(303);
        assertThat(view(store).history()).hasSize(3);
    }

    private static void open(String store, String link) {
        Shops.page("coordinator1")
                .formParams("link", link, "day", "2026-01-05", "note", "留着的话")
                .post("/stores/{id}/open", store)
                .then()
                .statusCode(422)
                .body(containsString("留着的话"));
    }

    private static void handIn(GateStatus gate) {
        String rule = gate.gate().rule();
        var form = gate.gate().required()
                ? Shops.page("trainee3").formParams("words", "自家的", "link", "https://pic.example/1.jpg")
                : Shops.page("trainee3").formParams("notMine", true);
        form.post("/my-store/gates/{rule}", rule)
                .then()
                .statusCode(303)
                .header("Location", containsString("/my-store?handed=" + rule));
        Shops.page("trainee3")
                .get("/my-store?handed=" + rule)
                .then()
                .body(containsString("交上了：" + gate.gate().title().zh()));
    }

    private static void confirm(String store, GateStatus gate) {
        Shops.page("coordinator1")
                .formParams("evidence", gate.submitted().orElseThrow().id(), "confirmed", true, "note", "")
                .post("/stores/{id}/gates/{rule}", store, gate.gate().rule())
                .then()
                .statusCode(303);
    }

    private GateStatus gate(String store, String rule) {
        return view(store).status().gate(rule);
    }

    private StoreView view(String store) {
        return county.as("fengcheng", () -> stores.store(UUID.fromString(store)));
    }
}
