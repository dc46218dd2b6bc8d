package org.tianbo.cohort.enrolment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.browser.Chromium;
import org.tianbo.testsupport.browser.Pictures;
import org.tianbo.testsupport.browser.SignInPage;

/** An office mends a roster with faulty rows, and corrects one, with what the page gives it. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class RosterBrowserIT {

    private static final String WRONG_ID = "999999198309286023";
    private static final String SHORT_PHONE = "1995994071";

    /** The second row's identity number does not add up, the third one's phone lacks a digit. */
    private static final String FAULTY =
            """
            姓名,手机号,身份证号,性别,镇,村,类别,备注
            测试乙,19900000041,999999197503020418,男,白土镇,赵家村,种植户,
            胡海,19962498494,%s,女,秀市镇,王家村,返乡青年,
            张志梅,%s,999999197403035524,女,白土镇,岗下村,脱贫户,
            """
                    .formatted(WRONG_ID, SHORT_PHONE);

    @Inject
    Classes classes;

    @Test
    void faultyRowsAreMendedInTheirOwnFileAndACorrectedRosterCorrects() throws IOException {
        UUID cohort = classes.open();
        Page page = SignInPage.open(Chromium.plain(), "officer1", "/cohorts/" + cohort + "/roster");
        try {
            bring(page, FAULTY, "导入");
            assertThat(result(page)).containsText("已经导入");
            assertThat(result(page)).containsText(WRONG_ID);
            assertThat(result(page)).containsText(SHORT_PHONE);

            String rejected = rejectedRows(page);
            assertThat(rejected).contains("胡海", "张志梅", "为什么没收").doesNotContain("测试乙");
            bring(page, rejected.replace(WRONG_ID, "999999198309286022").replace(SHORT_PHONE, "19959940718"), "导入");
            assertThat(result(page)).not().containsText(WRONG_ID);
            assertThat(enrolled(cohort)).contains("测试乙", "胡海", "张志梅");

            bring(page, fixture("again-2-new-phone.csv"), "先检查");
            assertThat(result(page)).containsText("和县里记着的不一样：2 处");
            assertThat(result(page)).containsText("19900000041");
            assertThat(enrolled(cohort)).doesNotContain("19911113333");
            page.getByLabel("我核对过了").check();
            page.locator("button[value=take]").click();
            assertThat(result(page)).containsText("改过来了：2 处");

            page.navigate("/cohorts/" + cohort + "/trainees");
            page.locator("tr:has-text('测试乙') a").first().click();
            assertThat(page.locator("main")).containsText("19900000041");
            assertThat(page.locator("main")).containsText("赵家村");
        } finally {
            page.context().close();
            asItWas(cohort);
        }
    }

    /** Without a script and with one, the focus is where something is to be mended, and says what. */
    @Test
    void aRefusedFormOpensWithTheFocusOnItsFirstFault() {
        UUID cohort = classes.open();
        Page page = SignInPage.open(Chromium.plain(), "officer1", "/cohorts");
        try {
            page.locator("#name").fill("春季班");
            page.locator("#from").fill("2026-05-01");
            page.locator("#to").fill("2026-04-01");
            page.locator("#new button").click();
            assertThat(page.locator("#to")).isFocused();
            assertThat(page.locator("#to")).hasAccessibleDescription("结束的日子在开始之前。");
            assertThat(page.locator("#name")).hasValue("春季班");
            Pictures.take(page, "a class refused");

            page.navigate("/cohorts/" + cohort + "/roster");
            page.locator("#file")
                    .setInputFiles(new FilePayload("roster.csv", "text/csv", FAULTY.getBytes(StandardCharsets.UTF_8)));
            page.locator("button[value=take]").click();
            assertThat(page.locator("[name=consent]")).isFocused();
            assertThat(page.locator("[name=consent]")).hasAttribute("aria-invalid", "true");
        } finally {
            page.context().close();
        }
    }

    private static void bring(Page page, String roster, String button) {
        page.locator("#file")
                .setInputFiles(new FilePayload("roster.csv", "text/csv", roster.getBytes(StandardCharsets.UTF_8)));
        page.getByLabel("名册上的人都已签字同意").check();
        page.locator("#roster button")
                .filter(new Locator.FilterOptions().setHasText(button))
                .click();
    }

    private static Locator result(Page page) {
        return page.locator("#result");
    }

    private static String rejectedRows(Page page) throws IOException {
        Download download = page.waitForDownload(
                () -> page.locator("button[value=rejected]").click());
        return Files.readString(download.path(), StandardCharsets.UTF_8);
    }

    private static String enrolled(UUID cohort) {
        return Tokens.as("officer1").get("/cohorts/{id}/trainees", cohort).asString();
    }

    /** The county's people are those of every test: they are left as the first file has them. */
    private static void asItWas(UUID cohort) {
        String confirm = Classes.bring("again-1.csv", cohort, true).extract().path("confirm");
        if (confirm != null) {
            Tokens.as("officer1")
                    .contentType("text/csv")
                    .body(Classes.fixture("again-1.csv"))
                    .queryParam("confirm", confirm)
                    .post("/api/rosters?cohort={cohort}", cohort)
                    .then()
                    .statusCode(200);
        }
    }

    private static String fixture(String name) {
        return new String(Classes.fixture(name), StandardCharsets.UTF_8);
    }
}
