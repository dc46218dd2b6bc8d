package org.tianbo.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.JobsAtRest;
import org.tianbo.testsupport.TianboServices;

/**
 * From a county that does not exist to a ledger that stood an erasure, as an officer walks it, over the pages and forms
 * that browsers get. Needs the accounts of a real Keycloak, jobs and row-level security.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class OfficersYearIT {

    private static final String UUIDS = "[0-9a-f-]{36}";
    private static final Pattern TRAINEE = Pattern.compile("/trainees/(" + UUIDS + ")");
    private static final Pattern ENTRY = Pattern.compile("href=\"/ledger/(\\d+)\"");
    /** How many things of a kind are told of; corrections stand beside it. */
    private static final Pattern THINGS =
            Pattern.compile("<th scope=\"row\">[^<]+<td[^>]*><a href=\"[^\"]*\">(\\d+)</a>");

    private static final Pattern ERASURE = Pattern.compile("/privacy/erasures/(" + UUIDS + ")/");
    private static final String HOLDS = "都对：";
    private static final String HELP = "教他每天看一次后台";
    private static final int ROUNDS = 3;

    private final OfficersDesk desk = new OfficersDesk("year-county");

    @Test
    void aCountyIsSetUpRunsAClassForAYearAndItsLedgerHolds() throws Exception {
        desk.openCounty();
        String cohort = desk.openClass("第一期电商班");
        desk.roster(
                cohort,
                List.of("年一", "19900008801", "999999196203157821"),
                List.of("年二", "19900008802", "999999197104203110"));
        desk.workUntilNothingWaits("/cards", "/mentors", "/attendance/classes");

        aYearPasses();
        desk.workUntilNothingWaits("/follow-up", "/stuck");
        List<String> visits = desk.eventually(
                "/ledger?kind=follow-up",
                page -> all(ENTRY, page).stream().distinct().count() >= 2 * ROUNDS,
                page -> all(ENTRY, page));

        desk.posted(
                "/ledger/locks", Map.of("name", "第一年", "first", day(-500), "last", day(-1), "reason", "一年的账都对过了"), 303);
        String visit = visits.get(0);
        desk.posted(
                "/ledger/" + visit + "/corrections",
                Map.of("field", "help", "value", "教他改了标题", "reason", "记错了帮的忙"),
                303);
        assertThat(desk.page("/ledger/" + visit)).contains(HELP, "教他改了标题", "记错了帮的忙");
        thePackHoldsBoth(cohort);
        theChecksFindWhatWasBroken(visit);
        anErasureLeavesTotalsAndChain(cohort);
        desk.shots("/today", "/ledger/flags", "/ledger/check", "/privacy/assessment");
    }

    /** What is there lies a year and more back from now on; nobody did anything meanwhile. */
    private void aYearPasses() throws SQLException {
        desk.owner(
                """
                update cohorts set starts_on = starts_on - 400, ends_on = ends_on - 400 where county = '%1$s';
                update enrolments set enrolled_at = enrolled_at - interval '400 days',
                    last_active_at = last_active_at - interval '400 days' where county = '%1$s';
                update class_sessions set begins_at = begins_at - interval '400 days',
                    ends_at = ends_at - interval '400 days' where county = '%1$s'
                """);
    }

    private void thePackHoldsBoth(String cohort) throws Exception {
        byte[] pack = desk.posted("/ledger/pack", Map.of("from", day(-500), "to", day(1), "cohort", cohort), 200)
                .extract()
                .asByteArray();
        try (PDDocument pdf = Loader.loadPDF(pack)) {
            String text = new PDFTextStripper().getText(pdf).replace("\n", "");
            assertThat(text).contains("第一期电商班", HELP, "教他改了标题");
        }
    }

    private void theChecksFindWhatWasBroken(String seq) throws SQLException {
        assertThat(check()).contains(HOLDS);
        String changed = "update ledger_entries set content = replace(content, '%s', '%s')"
                + " where county = '%s' and seq = " + seq;
        desk.owner(changed.formatted("round", "rouNd", "%1$s"));
        assertThat(check()).contains("第 " + seq + " 条不对！", "这条的内容被改过");
        desk.owner(changed.formatted("rouNd", "round", "%1$s"));
        assertThat(check()).contains(HOLDS);
    }

    /** What the check that is asked for now says in the end. */
    private String check() {
        int before = checks(desk.page("/ledger/check")).size();
        desk.posted("/ledger/check", Map.of(), 303);
        return desk.eventually(
                "/ledger/check",
                page -> checks(page).size() > before && !page.contains("<progress"),
                page -> checks(page).get(0));
    }

    /** The latest first. */
    private static List<String> checks(String page) {
        String[] parts = page.substring(Math.max(0, page.indexOf("class=\"ledger-history\"")))
                .split("<li>", -1);
        return List.of(parts).subList(1, parts.length);
    }

    /** Whoever is erased leaves the class, which is one correction more and nothing less. */
    private void anErasureLeavesTotalsAndChain(String cohort) {
        List<String> figures = figuresAtRest();
        String trainee =
                all(TRAINEE, desk.page("/cohorts/" + cohort + "/trainees")).get(0);
        assertThat(figures).isNotEmpty();

        desk.posted("/privacy/erase/" + trainee, Map.of("reason", "本人要求"), 303);
        String erasure = all(ERASURE, desk.page("/privacy")).get(0);
        desk.confirmed("/privacy/erasures/" + erasure + "/confirm");
        desk.eventually("/privacy", page -> page.contains("删完"), page -> page);

        desk.eventually("/ledger/figures", page -> all(THINGS, page).equals(figures), page -> page);
        assertThat(check()).contains(HOLDS);
    }

    /** Jobs write into the ledger too: what two readings say once none is left. */
    private List<String> figuresAtRest() {
        JobsAtRest.await();
        AtomicReference<List<String>> before = new AtomicReference<>(List.of());
        return desk.eventually(
                "/ledger/figures",
                page -> {
                    List<String> now = all(THINGS, page);
                    return before.getAndSet(now).equals(now);
                },
                page -> all(THINGS, page));
    }

    private static String day(int days) {
        return OfficersDesk.today().plusDays(days).toString();
    }

    private static List<String> all(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(found -> found.group(1)).toList();
    }
}
