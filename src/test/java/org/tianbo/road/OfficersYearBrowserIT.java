package org.tianbo.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.CountyClock;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Reviews;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.browser.Desk;
import org.tianbo.testsupport.database.JobsAtRest;
import org.tianbo.testsupport.http.PageSession;

/**
 * From a county that does not exist to a ledger that stood an erasure, as its officer clicks through it in Chromium.
 * The clock moves in that county alone. What takes a trainee weeks, the lessons, a rehearsal and the papers of a store,
 * is sent as their phone sends it, and the mentor grades over the API: {@link WholeRoadBrowserIT} clicks that.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class OfficersYearBrowserIT {

    private static final String COUNTY = "year-county";

    /** Keycloak keeps accounts longer than this database its people. */
    private static final String RUN = "." + Long.toString(System.nanoTime(), 36);

    private static final String CHOSEN = "Eine-lange-Reise-7";
    private static final String VILLAGES = "村代码,乡镇,村,并入\n360735100201,拖船镇,江背村,\n360735100202,拖船镇,上坊村,\n";
    private static final String OTHER = "年二";
    private static final String CLASS = "第一期电商班";
    private static final String CORRECTED = "教他改了标题";
    private static final String WHY = "记错了帮的忙";
    private static final String HOLDS = "都对：";
    private static final List<Integer> ROUNDS = List.of(3, 6, 12);
    private static final int LOCKED_AFTER = 14;

    /** From a page that does not load itself again: the page of the checks does while one runs. */
    private static final String NEWEST_CHECK =
            """
            async (before) => {
              const answer = await fetch('/ledger/check', { headers: { Accept: 'text/html' } });
              const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
              const checks = page.querySelectorAll('.ledger-history > li');
              const ended = checks.length === before + 1 && !page.querySelector('progress');
              return ended ? checks[0].textContent.replace(/\\s+/g, ' ') : '';
            }""";

    @Inject
    CurrentCounty current;

    @Inject
    Curriculum curriculum;

    private CountyClock clock;
    private OfficersDesk officer;
    private Desk colleague;
    private LocalDate began;
    private String cohort;

    @AfterEach
    void closeTheOtherDesk() {
        if (colleague != null) {
            colleague.close();
        }
    }

    @Test
    void aCountyIsSetUpRunsAClassForAYearAndItsLedgerHolds() throws Exception {
        clock = new CountyClock(COUNTY, current);
        QuarkusMock.installMockForType(clock, Clock.class);
        try (OfficersDesk desk =
                new OfficersDesk(Desk.first("year.officer" + RUN, openedByTheOperator(), CHOSEN), clock)) {
            officer = desk;
            aClassIsTaughtAndOneOfItSells();
            aYearPasses();
            LocalDate last = officer.today().minusDays(1);
            String visit = anEntryIsLockedAndCorrected(last);
            thePackHoldsBoth();
            theCheckFindsWhatWasBroken(visit);
            anErasureLeavesTotalsAndChain();
            desk.desk().shots("/today", "/ledger/flags", "/ledger/check", "/privacy/assessment");
        }
    }

    /** @return the first officer's password for the first time */
    private static String openedByTheOperator() {
        try (Desk operator = Desk.of("admin")) {
            operator.open("/counties").fill("中文名", "一年县").fill("英文名", "Year county");
            operator.fill("区划代码", "360735").fill("短名", COUNTY);
            operator.fill("姓名", "王干事").fill("登录名", "year.officer" + RUN);
            operator.press("开这个县").says("一年县开好了");
            return operator.page().locator(".secret").nth(1).textContent();
        }
    }

    private void aClassIsTaughtAndOneOfItSells() throws Exception {
        officer.bringVillages(VILLAGES.getBytes(UTF_8));
        String mentor = officer.invite("year.mentor" + RUN, "李老师", "老师");
        colleague = Desk.first("year.colleague" + RUN, officer.invite("year.colleague" + RUN, "赵干事", "县里干事"), CHOSEN);
        officer.sitsBeside(colleague);
        officer.askForOneRehearsal();
        began = officer.today();
        cohort = officer.openClass(CLASS, began, began.plusDays(1));
        officer.roster(
                cohort,
                List.of(
                        List.of(OfficersDesk.SELLER, "19900008801", "999999196203157821"),
                        List.of(OTHER, "19900008802", "999999197104203110")));
        officer.workUntilNothingWaits("/cards", "/mentors", "/attendance/classes");

        TraineesPhone phone = TraineesPhone.signIn(officer.cardOf(OfficersDesk.SELLER));
        phone.learnEverything(curriculum, clock.there());
        officer.desk().open("/county/first-day").says("已经有人学完第一课");
        UUID attempt = phone.rehearse("冻米糖");
        PageSession teacher = PageSession.first("year.mentor" + RUN, mentor, CHOSEN);
        Reviews.published(() -> teacher.request().accept("*/*").header("Sec-Fetch-Site", "same-origin"), attempt);
        officer.workUntilNothingWaits("/certification");
        phone.showEveryPaper();
        officer.workUntilNothingWaits("/stores/");

        officer.moveTo(began.plusDays(1), "09:05");
        officer.tickOff(cohort, "到了", OfficersDesk.SELLER, "在 1 人");
        officer.moveTo(began.plusDays(1), "11:25");
        officer.tickOff(cohort, "走了", OfficersDesk.SELLER, "走了 1 人");
    }

    /** Whoever sells is visited at three, six and twelve months and brings orders; the other is called each time. */
    private void aYearPasses() {
        LocalDate ended = began.plusDays(1);
        for (int months : ROUNDS) {
            officer.moveTo(ended.plusMonths(months).plusDays(1), "10:00");
            officer.workUntilNothingWaits("/follow-up", "/stuck", "/stores/without-file");
        }
        officer.moveTo(ended.plusMonths(LOCKED_AFTER).plusDays(1), "10:00");
        officer.workUntilNothingWaits("/stuck", "/stores/without-file");
        officer.desk().open("/cohorts/" + cohort + "/trainees?stage=steady-12").says(OfficersDesk.SELLER);
        assertThat(officer.desk().text()).doesNotContain(OTHER);
        officer.desk().follow(OfficersDesk.SELLER);
    }

    /** @return the number of the entry */
    private String anEntryIsLockedAndCorrected(LocalDate last) {
        Desk desk = officer.desk();
        List<String> visits = Eventually.value(
                () -> desk.open("/ledger?kind=follow-up").addresses("th[scope=row] a[href^='/ledger/']"),
                entries -> entries.size() >= 2 * ROUNDS.size());
        desk.follow("锁定的日子");
        desk.fill("叫什么", "第一年").fill("第一天", began.toString()).fill("最后一天", last.toString());
        desk.fill("为什么锁", "一年的账都对过了").press("锁定，以后不能再打开").says("第一年");
        String visit = visits.get(0);
        desk.open(visit).choose("改哪一项", "help").fill("改成", CORRECTED).fill("为什么改", WHY);
        desk.press("写一条改正");
        desk.open(visit).says(OfficersDesk.HELP, CORRECTED, WHY);
        return visit.substring(visit.lastIndexOf('/') + 1);
    }

    private void thePackHoldsBoth() {
        Desk desk = officer.desk().open("/ledger").follow("打印成册");
        desk.fill("第一天", began.toString())
                .fill("最后一天", officer.today().toString())
                .choose("班级", cohort);
        String pack = OfficersDesk.text(desk.download("做成一册")).replace("\n", "");
        assertThat(pack).contains(CLASS, OfficersDesk.HELP, CORRECTED);
    }

    private void theCheckFindsWhatWasBroken(String seq) throws SQLException {
        assertThat(check()).contains(HOLDS);
        byTheOwner("replace(content, 'round', 'rouNd')", seq);
        assertThat(check()).contains("第 " + seq + " 条不对！", "这条的内容被改过");
        byTheOwner("replace(content, 'rouNd', 'round')", seq);
        assertThat(check()).contains(HOLDS);
    }

    /** What the check that is asked for now says in the end. */
    private String check() {
        Desk desk = officer.desk().open("/ledger/check");
        int before = desk.page().locator(".ledger-history > li").count();
        desk.press("现在查一遍").open("/ledger");
        return Eventually.value(() -> (String) desk.page().evaluate(NEWEST_CHECK, before), check -> !check.isEmpty());
    }

    private static void byTheOwner(String content, String seq) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set tianbo.county = '*'");
            statement.execute("update ledger_entries set content = %s where county = '%s' and seq = %s"
                    .formatted(content, COUNTY, seq));
        }
    }

    /** Of whoever learnt, sold and was visited the most is kept; they leave the class, which is no thing more. */
    private void anErasureLeavesTotalsAndChain() {
        List<String> figures = figuresAtRest();
        assertThat(figures).isNotEmpty();
        Desk desk = officer.desk();
        desk.open("/cohorts/" + cohort + "/trainees?stage=steady-12").follow(OfficersDesk.SELLER);
        desk.follow("删去个人信息").fill("为什么", "本人要求").press("提出，请同事确认").says("等确认");
        colleague.open("/privacy").press("确认删去");
        Eventually.value(() -> colleague.open("/privacy").text(), page -> page.contains("删完"));

        Eventually.value(this::figures, figures::equals);
        assertThat(check()).contains(HOLDS);
        assertThat(desk.open("/cohorts/" + cohort + "/trainees").says(OTHER).text())
                .doesNotContain(OfficersDesk.SELLER);
    }

    /** Jobs write into the ledger too: what two readings say once none is left. */
    private List<String> figuresAtRest() {
        JobsAtRest.await();
        AtomicReference<List<String>> before = new AtomicReference<>(List.of());
        return Eventually.value(this::figures, now -> before.getAndSet(now).equals(now));
    }

    /** How many things of each kind are told of; corrections stand beside it. */
    private List<String> figures() {
        Locator rows = officer.desk().open("/ledger/figures").page().locator("table.ledger tbody tr");
        return rows.all().stream()
                .map(row -> row.locator("th").innerText() + " "
                        + row.locator("td").first().innerText())
                .toList();
    }
}
