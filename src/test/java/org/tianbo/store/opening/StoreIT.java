package org.tianbo.store.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.store.RecordedStoreEvents;
import org.tianbo.store.StoreOpened;
import org.tianbo.store.StoreState;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Trainees;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees({StoreIT.TRAINEE, StoreIT.OTHER, StoreIT.THIRD, StoreIT.FOURTH})
class StoreIT {

    static final String TRAINEE = "store";
    static final String OTHER = "store-other";
    static final String THIRD = "store-third";
    static final String FOURTH = "store-fourth";
    private static final String LOT = "conformity-promise";
    private static final String LINK = "https://shop.example/chunmei";

    @Inject
    Store stores;

    @Inject
    CurrentCounty county;

    @Inject
    RecordedStoreEvents events;

    @Test
    void aStoreOpensWhenEveryGateWasLookedAtAndTheStoreWasSeen() {
        TestStores.page(OTHER).get("/my-store").then().statusCode(200).body(containsString("开始准备"));
        String store = TestStores.of(stores, county, OTHER);
        events.clear();
        int gates = view(store).status().gates().size();
        assertThat(gates).isEqualTo(7);
        TestStores.page(OTHER).get("/my-store").then().statusCode(200).body(containsString("还差 7 样就能开"));

        view(store).status().gates().forEach(gate -> handIn(gate));
        TestStores.page(OTHER).get("/my-store").then().body(containsString("都交上了"));
        TestStores.page("coordinator1")
                .formParams("link", LINK, "day", "2026-01-05", "note", "看过")
                .post("/stores/{id}/open", store)
                .then()
                .statusCode(409)
                .body(containsString("还差 6 样"));

        view(store).status().gates().stream().filter(gate -> !gate.passed()).forEach(gate -> confirm(store, gate));
        open(store, "");
        assertThat(events.opened()).isEmpty();
        TestStores.page("coordinator1")
                .formParams("link", LINK, "day", "2026-01-05", "note", "店里三样货，都是自家的")
                .post("/stores/{id}/open", store)
                .then()
                .statusCode(303);

        assertThat(events.opened()).extracting(StoreOpened::store).containsExactly(UUID.fromString(store));
        assertThat(view(store).state()).isEqualTo(StoreState.OPEN);
        TestStores.page(OTHER)
                .get("/my-store")
                .then()
                .statusCode(200)
                .body(containsString("小店开着"))
                .body(containsString("演示·村协调员"))
                .body(containsString(LINK));
        TestStores.page("officer1")
                .get("/stores/{id}", store)
                .then()
                .statusCode(200)
                .body(containsString("店里三样货"));

        aNewLotOfProduceComesWithNewPapers(store);
        closesWithAReasonAndOpensAgain(store);
    }

    private void aNewLotOfProduceComesWithNewPapers(String store) {
        GateStatus before = gate(store, LOT);
        assertThat(before.isOfProduce()).isTrue();
        for (String language : List.of("zh", "en")) {
            TestStores.page(OTHER)
                    .header("Accept-Language", language)
                    .get("/my-store?gate=" + LOT)
                    .then()
                    .statusCode(200)
                    .body(containsString(language.equals("zh") ? "新的一批货，交新的材料" : "Papers of a new lot of produce"))
                    .body(containsString("action=\"/my-store/gates/" + LOT + "\""));
        }
        TestStores.page(OTHER)
                .get("/my-store")
                .then()
                .body(containsString("/my-store?gate=" + LOT + "#now"))
                .body(not(containsString("action=\"/my-store/gates/")));
        TestStores.page(OTHER)
                .formParams("link", "第二批")
                .post("/my-store/gates/" + LOT)
                .then()
                .statusCode(422)
                .body(containsString("value=\"第二批\""));

        TestStores.page(OTHER)
                .formParams("words", "第二批", "link", "https://pic.example/2.jpg")
                .post("/my-store/gates/" + LOT)
                .then()
                .statusCode(303);

        GateStatus fresh = gate(store, LOT);
        assertThat(fresh.state()).isEqualTo(GateStatus.State.SUBMITTED);
        assertThat(fresh.submitted().orElseThrow().id())
                .isNotEqualTo(before.submitted().orElseThrow().id());
        assertThat(view(store).state()).as("it sells on").isEqualTo(StoreState.OPEN);
        TestStores.page("coordinator1")
                .get("/stores/{id}", store)
                .then()
                .body(containsString("第二批"))
                .body(containsString("action=\"/stores/" + store + "/gates/" + LOT + "\""));
        confirm(store, fresh);
        TestStores.page(OTHER)
                .formParams("link", "https://pic.example/2.jpg")
                .post("/my-store/gates/seller-on-page")
                .then()
                .statusCode(409);
    }

    @Test
    void whatIsReturnedIsRequestedAgainAndTheOldStaysInTheFolder() {
        String store = TestStores.of(stores, county, THIRD);
        TestStores.page(THIRD)
                .formParams("link", "我的店")
                .post("/my-store/gates/seller-on-page")
                .then()
                .statusCode(422)
                .body(containsString("不像一个网址"))
                .body(containsString("value=\"我的店\""));
        TestStores.page(THIRD)
                .formParams("link", "https://shop.example/old")
                .post("/my-store/gates/seller-on-page")
                .then()
                .statusCode(303);
        GateStatus first = gate(store, "seller-on-page");
        TestStores.page("coordinator1")
                .formParams("evidence", first.submitted().orElseThrow().id(), "confirmed", false)
                .post("/stores/{id}/gates/seller-on-page", store)
                .then()
                .statusCode(422);
        TestStores.page("coordinator1")
                .formParams("evidence", first.submitted().orElseThrow().id(), "confirmed", false, "note", "页面上没有地址")
                .post("/stores/{id}/gates/seller-on-page", store)
                .then()
                .statusCode(303);
        TestStores.page(THIRD).get("/my-store?gate=seller-on-page").then().body(containsString("页面上没有地址"));

        TestStores.page(THIRD)
                .formParams("link", "https://shop.example/new")
                .post("/my-store/gates/seller-on-page")
                .then()
                .statusCode(303);

        assertThat(gate(store, "seller-on-page").state()).isEqualTo(GateStatus.State.SUBMITTED);
        TestStores.page("coordinator1")
                .formParams("evidence", first.submitted().orElseThrow().id(), "confirmed", true)
                .post("/stores/{id}/gates/seller-on-page", store)
                .then()
                .statusCode(409)
                .body(containsString("刚刚换了材料"));
        TestStores.page("coordinator1")
                .formParams("evidence", "an id cut in half", "confirmed", true)
                .post("/stores/{id}/gates/seller-on-page", store)
                .then()
                .statusCode(409)
                .body(containsString("刚刚换了材料"));
    }

    @Test
    void onlyThoseWhoMaySeeAStoreSeeIt() {
        String store = TestStores.of(stores, county, FOURTH);

        TestStores.page("officer2").get("/stores/{id}", store).then().statusCode(404);
        TestStores.page("officer2").get("/stores").then().statusCode(200).body(not(containsString(store)));
        TestStores.page(TRAINEE).get("/stores/{id}", store).then().statusCode(403);
        TestStores.page("auditor1")
                .get("/stores/{id}", store)
                .then()
                .statusCode(200)
                .body(not(containsString("action=\"/stores")));
        TestStores.page("auditor1").post("/stores/{id}/close", store).then().statusCode(403);
    }

    private void closesWithAReasonAndOpensAgain(String store) {
        TestStores.page("officer1").post("/stores/{id}/close", store).then().statusCode(422);
        TestStores.page("officer1")
                .formParams("reason", "货卖完了，明年再开")
                .post("/stores/{id}/close", store)
                .then()
                .statusCode(303);
        TestStores.page(OTHER).get("/my-store").then().body(containsString("货卖完了"));
        TestStores.page("officer1")
                .formParams("link", LINK, "day", "2026-02-01", "note", "又开了")
                .post("/stores/{id}/open", store)
                .then()
                .statusCode(303);
        assertThat(view(store).history()).hasSize(3);
    }

    private static void open(String store, String link) {
        TestStores.page("coordinator1")
                .formParams("link", link, "day", "2026-01-05", "note", "留着的话")
                .post("/stores/{id}/open", store)
                .then()
                .statusCode(422)
                .body(containsString("留着的话"));
    }

    private static void handIn(GateStatus gate) {
        String rule = gate.gate().rule();
        var form = gate.gate().required()
                ? TestStores.page(OTHER).formParams("words", "自家的", "link", "https://pic.example/1.jpg")
                : TestStores.page(OTHER).formParams("notMine", true);
        form.post("/my-store/gates/{rule}", rule)
                .then()
                .statusCode(303)
                .header("Location", containsString("/my-store?handed=" + rule));
        TestStores.page(OTHER)
                .get("/my-store?handed=" + rule)
                .then()
                .body(containsString("交上了：" + gate.gate().title().zh()));
    }

    private static void confirm(String store, GateStatus gate) {
        TestStores.page("coordinator1")
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
