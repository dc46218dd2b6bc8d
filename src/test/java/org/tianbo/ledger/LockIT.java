package org.tianbo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.tianbo.ledger.LedgerCounty.AUDITOR;
import static org.tianbo.ledger.LedgerCounty.OFFICER;
import static org.tianbo.ledger.LedgerCounty.page;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.ledger.chain.BrokenEntry;
import org.tianbo.ledger.chain.ChainedEntry;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.time.Zones;
import org.tianbo.testsupport.TianboServices;

/** Locked days and files, as officers and auditors meet them; needs the application and its database. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class LockIT {

    private static final String WHY = "这个月的账已经对过";

    @Inject
    LedgerCounty county;

    @BeforeEach
    void aCountyWithItsOffice() {
        county.officer();
    }

    @Test
    void whatIsLearntOfLockedDaysIsBookedOnTheDayItIsLearnt() throws SQLException {
        String seal = lock(OFFICER, "2025 年 3 月", "2025-03-01", "2025-03-31", WHY)
                .statusCode(303)
                .header("Location", containsString("/ledger/locks/"))
                .extract()
                .header("Location");
        lock(OFFICER, "2025 年 3 月", "2025-03-01", "2025-03-31", WHY)
                .statusCode(303)
                .header("Location", containsString(seal.substring(seal.lastIndexOf('/'))));
        UUID old = openedOn("2025-03-20T08:00:00Z");
        county.gather();

        ChainedEntry entry = county.history(old).get(0);
        assertThat(entry.day()).isAfterOrEqualTo(LocalDate.now(Zones.SHANGHAI).minusDays(1));
        page(AUDITOR).get("/ledger?cohort=" + old).then().body(containsString("补记"));
        page(AUDITOR)
                .get(seal.substring(seal.indexOf("/ledger")))
                .then()
                .statusCode(200)
                .body(containsString("2025-03-31"));
        assertThat(LedgerCounty.checkedAfter("select 1").broken()).isEmpty();
        assertThat(LedgerCounty.checkedAfter("update ledger_entries set day = '2025-03-20' where seq = " + entry.seq()
                                + " and county = '" + LedgerCounty.ID + "'")
                        .broken())
                .contains(new BrokenEntry(entry.seq(), BrokenEntry.Kind.CHANGED));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
            -,   2025-05-01, 2025-05-31, 账已经对过了, 起个名字
            五月, 2025-05-01, 2999-05-31, 账已经对过了, 最晚到昨天
            五月, 2025-05-31, 2025-05-01, 账已经对过了, 在开始之前
            五月, x,          2025-05-01, 账已经对过了, 请选一个日子
            五月, 2025-05-01, 2025-05-31, 对过,        至少五个字
            """)
    void whatDoesNotFitIsSaidBesideTheField(String name, String first, String last, String reason, String fault) {
        lock(OFFICER, name == null ? "" : name, first, last, reason)
                .statusCode(422)
                .body(containsString(fault));
    }

    @Test
    void onlyTheCountysOfficersLockAndOthersDoNotSeeIt() {
        String seal = lock(OFFICER, "2025 年 1 月", "2025-01-01", "2025-01-31", WHY)
                .extract()
                .header("Location");

        lock(AUDITOR, "2025 年 2 月", "2025-02-01", "2025-02-28", WHY).statusCode(403);
        page("officer1").get(seal.substring(seal.indexOf("/ledger"))).then().statusCode(404);
        page(OFFICER).get("/ledger/locks/" + Ids.next()).then().statusCode(404);
        page(OFFICER).get("/ledger/locks?before=x").then().statusCode(404);
    }

    @Test
    void aFileHoldsWhatTheListShowsInTheKindsOwnColumns() {
        UUID cohort = county.open();
        String csv = page(AUDITOR)
                .post("/ledger/export?kind=class&cohort=" + cohort + "&format=csv")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .extract()
                .asString();

        assertThat(csv.lines()).hasSize(2);
        assertThat(csv).contains("资金来源").contains("2026-09-30").contains("台账县的班");
        byte[] workbook = page(OFFICER)
                .post("/ledger/export?cohort=" + cohort + "&format=xlsx")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(workbook).startsWith('P', 'K');
        page("coordinator1").post("/ledger/export?format=csv").then().statusCode(403);
    }

    private UUID openedOn(String time) throws SQLException {
        UUID id = Ids.next();
        LedgerCounty.owner(
                """
                insert into cohorts (county, id, name, starts_on, ends_on, opened_at)
                values ('%s', '%s', '以前的班 %s', '2025-04-01', '2025-04-30', '%s')
                """
                        .formatted(LedgerCounty.ID, id, id, time));
        return id;
    }

    private static ValidatableResponse lock(String login, String name, String first, String last, String reason) {
        return page(login)
                .formParams(Map.of("name", name, "first", first, "last", last, "reason", reason))
                .post("/ledger/locks")
                .then();
    }
}
