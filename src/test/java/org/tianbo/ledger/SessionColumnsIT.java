package org.tianbo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.tianbo.ledger.LedgerCounty.AUDITOR;
import static org.tianbo.ledger.LedgerCounty.OFFICER;
import static org.tianbo.ledger.LedgerCounty.page;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.attendance.SessionKind;
import org.tianbo.attendance.schedule.ClassSessions;
import org.tianbo.attendance.schedule.SessionDetails;
import org.tianbo.ledger.chain.ChainedEntry;
import org.tianbo.ledger.flag.LookForOddThings;
import org.tianbo.platform.data.Ids;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** What proves that a session was held, in the ledger; needs pictures, roles and events within transactions. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class SessionColumnsIT {

    @Inject
    LedgerCounty county;

    @Inject
    LookForOddThings oddThings;

    @Inject
    ClassSessions sessions;

    private UUID officer;
    private UUID cohort;

    @BeforeEach
    void aClass() {
        officer = county.officer();
        cohort = county.open();
    }

    @Test
    void aSessionIsConfirmedByWhoTaughtItAndItsPhotoStandsBesideThePlan() throws IOException {
        UUID session = planned(LocalDate.of(2026, 9, 12));
        confirm(session, "09:10", "09:10").statusCode(422).body(containsString("id=\"to-fault\""));
        confirm(session, "soon", "10:50").statusCode(422).body(containsString("id=\"from-fault\""));
        assertThat(page(AUDITOR).get("/attendance/classes/" + cohort).asString())
                .contains("还没确认");
        assertThat(taught(session)).contains("确认上过了");
        confirm(session, "09:10", "10:50").statusCode(303);
        assertThat(taught(session)).contains("重新确认", "实际 100 分钟").doesNotContain("确认上过了");
        confirm(session, "09:10", "10:50").statusCode(303);
        confirm(planned(LocalDate.of(2099, 9, 12)), "09:10", "10:50")
                .statusCode(422)
                .body(containsString("还没开始"));
        assertThat(page(AUDITOR).get("/attendance/classes/" + cohort).asString())
                .contains("实际 100 分钟")
                .doesNotContain("还没确认");
        assertThat(history().stream().filter(entry -> entry.thing().equals(session)))
                .as("planned, and confirmed once")
                .hasSize(2);

        photo(session, 10);

        ChainedEntry last = history().stream()
                .filter(entry -> entry.thing().equals(session))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        assertThat(last.content())
                .contains(
                        "\"actual\":\"100\"",
                        "\"minutes\":\"120\"",
                        "\"photos\":\"1\"",
                        "\"photo_at\":\"2026-09-12T01:30:00Z\"",
                        "\"photo_place\":\"33.1235, 112.5000\"",
                        "\"signed_by\":\"" + officer + '"');
        assertThat(csv("session")).contains("实际分钟", OFFICER, "2026-09-12 09:30");
        assertThat(page(AUDITOR).get("/attendance/sessions/" + session).asString())
                .contains("09:10–10:50，实际 100 分钟");
        county.gather();
        assertThat(last.seq())
                .isEqualTo(history().stream()
                        .filter(entry -> entry.thing().equals(session))
                        .mapToLong(ChainedEntry::seq)
                        .max()
                        .orElseThrow());
    }

    @Test
    void aConfirmationCountsForTheDayItIsOfAloneAndTheLedgerNamesWhoDidTheLast() throws IOException {
        UUID planner = county.somebody();
        UUID session = planned(LocalDate.of(2026, 9, 15));
        move(session, 16, "下雨了", planner);
        assertLast(session, planner, "下雨了");

        confirm(session, "09:10", "10:50").statusCode(303);
        assertThat(assertLast(session, officer, "").content()).contains("\"actual\":\"100\"");

        move(session, 17, "停电了", planner);
        assertThat(assertLast(session, planner, "停电了").content()).doesNotContain("actual", "signed");
        assertThat(page(AUDITOR).get("/attendance/sessions/" + session).asString())
                .contains("还没有人确认这次课上过了", "以前写的是 2026-09-16 09:10–10:50");
        assertThat(page(AUDITOR).get("/attendance/classes/" + cohort).asString())
                .contains("还没确认");

        photo(session, 30);
        assertLast(session, officer, "");
        move(session, 16, "还是那天", planner);
        assertThat(assertLast(session, planner, "还是那天").content()).contains("\"actual\":\"100\"");
        county.as(() -> {
            sessions.cancel(session, "没有上", planner);
            return null;
        });
        assertThat(assertLast(session, planner, "没有上").content()).doesNotContain("actual", "signed");
        confirm(session, "09:10", "10:50").statusCode(422);
    }

    private ChainedEntry assertLast(UUID session, UUID by, String reason) {
        ChainedEntry last = history().stream()
                .filter(entry -> entry.thing().equals(session))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        assertThat(last.statedBy()).isEqualTo(by);
        assertThat(last.reason()).isEqualTo(reason);
        return last;
    }

    @Test
    void aPictureThatProvesTwoSessionsIsShownToAPerson() throws IOException {
        UUID one = planned(LocalDate.of(2026, 9, 13));
        UUID other = planned(LocalDate.of(2026, 9, 14));
        photo(one, 20);
        look();
        assertThat(flags(one) + flags(other)).isZero();

        photo(other, 20);
        look();
        look();

        assertThat(flags(one) + flags(other)).as("found once").isEqualTo(1);
        assertThat(page(AUDITOR).get("/ledger/flags").asString()).contains("不同的课用了同一张照片");
    }

    private void look() {
        county.as(() -> {
            oddThings.run(LedgerCounty.ID);
            return null;
        });
    }

    private static int flags(UUID session) {
        return page(AUDITOR).get("/ledger/flags").asString().split("/attendance/sessions/" + session, -1).length - 1;
    }

    private UUID planned(LocalDate day) {
        UUID id = Ids.next();
        county.as(() -> {
            sessions.plan(id, cohort, on(day), 1, officer);
            return null;
        });
        return id;
    }

    private void move(UUID session, int toDay, String reason, UUID by) {
        county.as(() -> {
            sessions.change(session, on(LocalDate.of(2026, 9, toDay)), reason, by);
            return null;
        });
    }

    private SessionDetails on(LocalDate day) {
        return new SessionDetails(
                "选品", SessionKind.PRACTICE, officer, "", "", "村委会", "", day, LocalTime.of(9, 0), LocalTime.of(11, 0));
    }

    private ValidatableResponse confirm(UUID session, String from, String to) {
        return page(OFFICER)
                .formParam("from", from)
                .formParam("to", to)
                .post("/attendance/sessions/" + session + "/confirm")
                .then();
    }

    /** The trainer's page. */
    private static String taught(UUID session) {
        return page(OFFICER).get("/attendance/sessions/" + session + "/teach").asString();
    }

    /** A picture that differs by its number. */
    private static void photo(UUID session, int number) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        picture.createGraphics().fillRect(0, 0, number, 30);
        ImageIO.write(picture, "jpg", bytes);
        Tokens.as(OFFICER)
                .accept("text/html")
                .redirects()
                .follow(false)
                .multiPart("photo", "photo.jpg", bytes.toByteArray(), "image/jpeg")
                .multiPart("place", "33.123456,112.500000,12")
                .multiPart("taken", "2026-09-12T01:30:00Z")
                .post("/attendance/sessions/" + session + "/photo")
                .then()
                .statusCode(303);
    }

    private String csv(String kind) {
        return page(AUDITOR)
                .post("/ledger/export?format=csv&kind=" + kind + "&cohort=" + cohort)
                .asString();
    }

    private List<ChainedEntry> history() {
        return county.history(cohort);
    }
}
