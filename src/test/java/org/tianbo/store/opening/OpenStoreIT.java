package org.tianbo.store.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Trainees;

/** What the trainee of an open store hands in, and what they are told about it. Needs the application. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees({OpenStoreIT.TRAINEE})
class OpenStoreIT {

    static final String TRAINEE = "store-open";
    private static final String LOT = "conformity-promise";
    private static final String FORM = "action=\"/my-store/gates/" + LOT + "\"";

    @Inject
    Store stores;

    @Inject
    CurrentCounty county;

    private String store;

    @BeforeEach
    void anOpenStore() throws SQLException {
        store = TestStores.of(stores, county, TRAINEE);
        TestStores.open(store, "2026-01-05");
    }

    @Test
    void noOtherLotOfProduceTakesThePlaceOfOneThatWaits() {
        lot("第二批").statusCode(303);
        SubmittedEvidence second = shown();

        lot("第三批")
                .statusCode(409)
                .body(containsString("看过了才能再交"))
                .body(containsString(">第三批</textarea>"))
                .body(containsString("value=\"https://pic.example/lot.jpg\""));
        lot("第二批").statusCode(303);
        assertThat(shown()).as("sent twice, it waits once").isEqualTo(second);
        for (String language : List.of("zh", "en")) {
            TestStores.page(TRAINEE)
                    .header("Accept-Language", language)
                    .get("/my-store?gate=" + LOT)
                    .then()
                    .statusCode(200)
                    .body(containsString(language.equals("zh") ? "再交下一批的" : "once these were looked at"))
                    .body(not(containsString(FORM)));
        }

        TestStores.page("coordinator1")
                .formParams("evidence", second.id(), "confirmed", true, "note", "")
                .post("/stores/{id}/gates/{rule}", store, LOT)
                .then()
                .statusCode(303);
        TestStores.page(TRAINEE).get("/my-store?gate=" + LOT).then().body(containsString(FORM));
        lot("第三批").statusCode(303);
        assertThat(shown().text()).isEqualTo("第三批");
    }

    @Test
    void whatIsNoLotOfProduceStandsUnderAHeadingOfItsOwn() {
        assertThat(page("en")).contains("Papers of a new lot of produce", "Other papers that can be handed in");
        String page = page("zh");
        int begins = page.indexOf("其他还能交的材料");
        String lots = page.substring(page.indexOf("新的一批货，交新的材料"), begins);
        String others = page.substring(begins);

        assertThat(view().status().gates())
                .anyMatch(GateStatus::isOfProduce)
                .anyMatch(gate -> gate.mayBeHandedIn() && !gate.isOfProduce())
                .allSatisfy(gate -> {
                    String title = gate.gate().title().zh();
                    assertThat(lots.contains(title)).isEqualTo(gate.isOfProduce());
                    assertThat(others.contains(title)).isEqualTo(gate.mayBeHandedIn() && !gate.isOfProduce());
                });
    }

    private static String page(String language) {
        return TestStores.page(TRAINEE)
                .header("Accept-Language", language)
                .get("/my-store")
                .asString();
    }

    private static ValidatableResponse lot(String words) {
        return TestStores.page(TRAINEE)
                .formParams("words", words, "link", "https://pic.example/lot.jpg")
                .post("/my-store/gates/" + LOT)
                .then();
    }

    private SubmittedEvidence shown() {
        return view().status().gate(LOT).submitted().orElseThrow();
    }

    private StoreView view() {
        return county.as("fengcheng", () -> stores.store(UUID.fromString(store)));
    }
}
