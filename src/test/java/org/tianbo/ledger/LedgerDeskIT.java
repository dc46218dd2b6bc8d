package org.tianbo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.tianbo.ledger.LedgerCounty.AUDITOR;
import static org.tianbo.ledger.LedgerCounty.OFFICER;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.ledger.chain.ChainedEntry;
import org.tianbo.ledger.flag.LookForOddThings;
import org.tianbo.platform.data.Ids;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** Payments, odd things, packs and what is told of visits, as an office works with them; needs the application. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class LedgerDeskIT {

    private static final String WHY = "拿证以后的培训补贴";

    @Inject
    LedgerCounty county;

    @Inject
    LookForOddThings looks;

    private UUID officer;
    private LedgerCounty.Taught taught;

    @BeforeEach
    void somebodyInAClass() {
        officer = county.officer();
        taught = county.taught(officer);
    }

    @Test
    void aPaymentIsWrittenDownOnceAndCorrectedByALaterEntry() throws SQLException {
        pay(OFFICER, "certified", "500").statusCode(422).body(containsString("没有要付的"));
        LedgerCounty.owner(
                """
                insert into milestones (county, id, cohort, trainee, stage, ordinal, change, at, recorded_at,
                    evidence_kind, evidence_ref)
                values ('%s', gen_random_uuid(), '%s', '%s', 'CERTIFIED', 1, 'REACHED', '2026-09-20T02:00:00Z',
                    '2026-09-20T02:00:00Z', 'CERTIFICATE', 'TB-1')
                """
                        .formatted(LedgerCounty.ID, taught.cohort(), taught.trainee()));

        String entry = pay(OFFICER, "certified", "1,500").extract().header("Location");
        pay(OFFICER, "certified", "1,500").statusCode(303).header("Location", containsString(path(entry)));
        pay(OFFICER, "certified", "900").statusCode(409).body(containsString("已经付过了"));
        pay(AUDITOR, "certified", "900").statusCode(403);
        page(OFFICER)
                .formParams(Map.of("field", "amount", "value", "1200", "reason", "凭证上是一千二"))
                .post(path(entry) + "/corrections")
                .then()
                .statusCode(303);

        page(AUDITOR)
                .get("/ledger/payments")
                .then()
                .statusCode(200)
                .body(containsString("1,200.00"))
                .body(containsString("财-17"))
                .body(containsString("改过 1 次"));
        page(AUDITOR)
                .get("/ledger/payments/" + taught.trainee())
                .then()
                .statusCode(200)
                .body(containsString("没有要付的"));
        page("officer1").get("/ledger/payments/" + taught.trainee()).then().statusCode(404);
        page("coordinator1").get("/ledger/payments").then().statusCode(403);
    }

    @Test
    void aPersonDecidesWhatAnOddThingWas() throws SQLException {
        UUID other = county.somebody();
        county.enrol(taught.cohort(), other, officer);
        UUID session = Ids.next();
        LedgerCounty.owner(
                """
                insert into class_sessions (county, id, cohort, title, kind, guest, credentials, place, plan, begins_at,
                    ends_at, cancelled, created_by, created_at, version)
                values ('%1$s', '%2$s', '%3$s', '选品', 'THEORY', '外请老师', '', '村委会', '', '2026-09-12T01:00:00Z',
                    '2026-09-12T03:00:00Z', '', '%4$s', '2026-09-01T01:00:00Z', 0);
                insert into attendance_entries (county, id, session, trainee, mark, method, at, claimed_at, received_at,
                    recorded_by, device, reason)
                select '%1$s', gen_random_uuid(), '%2$s', who::uuid, 'HERE', 'CODE', '2026-09-12T01:00:00Z',
                    '2026-09-12T01:00:00Z', now(), who::uuid, 'one-phone', ''
                from unnest(array['%5$s', '%6$s']) as who
                """
                        .formatted(LedgerCounty.ID, session, taught.cohort(), officer, taught.trainee(), other));
        look();
        look();

        String list = page(AUDITOR)
                .get("/ledger/flags")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(list.split("/attendance/sessions/" + session, -1))
                .as("found once")
                .hasSize(2);
        assertThat(list).contains("一部手机给 2 个人签到").doesNotContain("/decision");
        String desk = page(OFFICER).get("/ledger/flags").then().extract().asString();
        String form = desk.substring(desk.indexOf("/ledger/flags/", desk.indexOf(session.toString())));
        String decision = form.substring(0, form.indexOf('"'));
        decide(OFFICER, decision, "EXPLAINED", "").statusCode(422).body(containsString("至少五个字"));
        decide(OFFICER, decision, "", "夫妻俩用一部手机").statusCode(422).body(containsString("请选是怎么回事"));
        decide(AUDITOR, decision, "EXPLAINED", "夫妻俩用一部手机").statusCode(403);
        decide(OFFICER, decision, "EXPLAINED", "夫妻俩用一部手机").statusCode(303);
        decide(OFFICER, decision, "EXPLAINED", "夫妻俩用一部手机").statusCode(303);

        page(AUDITOR).get("/ledger/flags?decided=true").then().body(containsString("夫妻俩用一部手机"));
        assertThat(of("flag")).singleElement().satisfies(entry -> {
            assertThat(entry.content()).isEqualTo("{\"decision\":\"explained\",\"odd\":\"one-device\"}");
            assertThat(county.reason(entry)).isEqualTo("夫妻俩用一部手机");
            assertThat(entry.statedBy()).isEqualTo(officer);
        });
    }

    @Test
    void aPackHoldsThePeriodInChineseLettersOfItsOwn() throws Exception {
        byte[] file = pack(AUDITOR, "2026-01-01", "2099-12-31", taught.cohort().toString())
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();

        try (PDDocument pdf = Loader.loadPDF(file)) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("台账县", "目录", "开班", "报名", "台账县的班", "/cohorts/" + taught.cohort());
            PDFont chinese = null;
            for (COSName name : pdf.getPage(0).getResources().getFontNames()) {
                PDFont font = pdf.getPage(0).getResources().getFont(name);
                chinese = font.getName().contains("Droid") ? font : chinese;
            }
            assertThat(chinese).isNotNull();
            assertThat(chinese.isEmbedded()).isTrue();
            assertThat(chinese.getName()).as("a subset").matches("[A-Z]{6}\\+.*");
        }
        assertThat(file.length).as("only what is used of the font").isLessThan(400_000);
        page(AUDITOR)
                .get("/ledger/taken")
                .then()
                .body(containsString("PDF"))
                .body(containsString("cohort=" + taught.cohort()));
        pack(AUDITOR, "2026-02-01", "2026-01-01", "").statusCode(422).body(containsString("在开始之前"));
        pack(AUDITOR, "2026-02-01", "x", "").statusCode(422).body(containsString("请选一个日子"));
        pack(AUDITOR, "2026-01-01", "2026-02-01", Ids.next().toString()).statusCode(404);
        pack("coordinator1", "2026-01-01", "2026-02-01", "").statusCode(403);
    }

    /** Whoever finds all places taken is told so; nobody waits, and the next one is served. */
    @Test
    void aHundredFilesAtOnceAreAnsweredEachOneWayOrTheOther() throws Exception {
        String address = "/ledger/export?format=xlsx&cohort=" + taught.cohort();
        ExecutorService everybody = Executors.newFixedThreadPool(100);
        List<Integer> answers = new ArrayList<>();
        try {
            Callable<Integer> one = () -> page(AUDITOR).post(address).statusCode();
            for (Future<Integer> answer : everybody.invokeAll(Collections.nCopies(100, one))) {
                answers.add(answer.get());
            }
        } finally {
            everybody.shutdown();
        }

        assertThat(answers).isSubsetOf(200, 429).contains(200);
        page(AUDITOR).post(address).then().statusCode(200);
    }

    @Test
    void aVisitIsToldWithWhatCorrectsItAndSoIsItsSpotCheck() throws SQLException {
        UUID visit = Ids.next();
        UUID sample = Ids.next();
        String visits = "insert into follow_up_visits (county, id, cohort, trainee, round, method, outcome, visited_on,"
                + " counts_on, store_state, store_why, income_fen, income_month, income_seen, income_claim, help,"
                + " next_step, satisfaction, satisfaction_words, visited_by, received_at, corrects, reason, withdrawn)"
                + " values ('%s', '%s', '%s', '%s', 1, 'IN_PERSON', 'MET', '2026-11-02', '2026-11-02', 'OPEN', '',"
                + " %d, '2026-10-01', 'BANK_NOTICE', 'VERIFIED', '帮着改了标题', '', 4, '', '%s', now(), %s, '%s', false)";
        LedgerCounty.owner(visits.formatted(
                LedgerCounty.ID, visit, taught.cohort(), taught.trainee(), 88_000, officer, "null", ""));
        LedgerCounty.owner(
                """
                insert into spot_checks (county, id, from_day, to_day, wanted, percent, seed, population,
                    population_digest, drawn_by, drawn_at)
                values ('%1$s', '%2$s', '2026-11-01', '2026-11-30', 1, false, 'abc', array['%3$s']::uuid[], '', '%4$s',
                    now());
                insert into spot_check_visits (county, sample, ordinal, visit) values ('%1$s', '%2$s', 1, '%3$s')
                """
                        .formatted(LedgerCounty.ID, sample, visit, officer));
        county.gather();
        LedgerCounty.owner(visits.formatted(
                LedgerCounty.ID,
                Ids.next(),
                taught.cohort(),
                taught.trainee(),
                8_800,
                officer,
                "'" + visit + "'",
                "多写了一个零"));
        LedgerCounty.owner(
                """
                insert into spot_check_calls (county, id, sample, visit, result, words, called_by, called_at)
                values ('%s', gen_random_uuid(), '%s', '%s', 'CONFIRMED', '', '%s', now())
                """
                        .formatted(LedgerCounty.ID, sample, visit, officer));
        county.gather();

        List<ChainedEntry> told = of("follow-up");
        assertThat(told).hasSize(2);
        assertThat(told.get(0).content()).contains("\"round\":\"1\"", "\"months\":\"1\"", "\"claim\":\"verified\"");
        assertThat(told.get(1).before()).isEqualTo("{\"income\":\"88000\"}");
        assertThat(county.reason(told.get(1))).isEqualTo("多写了一个零");
        assertThat(of("satisfaction")).singleElement().satisfies(entry -> assertThat(entry.content())
                .contains("\"score\":\"4\""));
        List<ChainedEntry> checked = of("spot-check");
        assertThat(checked).hasSize(2);
        assertThat(checked.get(1).content()).contains("\"answered\":\"yes\"", "\"confirmed\":\"yes\"");
        page(AUDITOR)
                .get("/ledger?cohort=" + taught.cohort())
                .then()
                .statusCode(200)
                .body(containsString("当面看到"))
                .body(not(containsString("verified")));
    }

    private List<ChainedEntry> of(String kind) {
        return county.history(taught.cohort()).stream()
                .filter(entry -> entry.kind().equals(kind))
                .toList();
    }

    private void look() {
        county.as(() -> {
            looks.run(LedgerCounty.ID);
            return null;
        });
    }

    private ValidatableResponse pay(String login, String milestone, String amount) {
        Map<String, String> form = Map.of(
                "milestone", milestone, "amount", amount, "voucher", "财-17", "paid", "2026-10-08", "reason", WHY);
        return page(login)
                .formParams(form)
                .post("/ledger/payments/" + taught.trainee())
                .then();
    }

    private static ValidatableResponse decide(String login, String address, String decision, String reason) {
        return page(login)
                .formParams(Map.of("decision", decision, "reason", reason))
                .post(address)
                .then();
    }

    private static ValidatableResponse pack(String login, String from, String to, String cohort) {
        return page(login)
                .formParams(Map.of("from", from, "to", to, "cohort", cohort))
                .post("/ledger/pack")
                .then();
    }

    private static String path(String location) {
        return location.substring(location.indexOf("/ledger/"));
    }

    private static RequestSpecification page(String login) {
        return Tokens.as(login)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html,*/*;q=0.5")
                .redirects()
                .follow(false);
    }
}
