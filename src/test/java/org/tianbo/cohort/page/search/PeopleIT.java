package org.tianbo.cohort.page.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** People found, filtered, sorted and taken along by the county's desk. Needs PostgreSQL, which looks for them. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class PeopleIT extends PeopleCounty {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "q=zgy, 张桂英",
                "q=ZGY, 张桂英",
                "q=guiying, 张桂英",
                "q=桂英, 张桂英",
                "q=sxx, 单雄信",
                "q=dxx, 单雄信",
                "q=xxd, 解晓东",
                "q=jie, 解晓东",
                "q=qiu, 仇英",
                "q=chou, 仇英",
                "q=柳树, 单雄信 张桂英",
                "q=lsc, 单雄信 张桂英",
                "q=凤鸣镇柳树村+张, 张桂英",
                "q=5678, 解晓东 张桂英",
                "q=13800005678, 张桂英",
                "q=678+zgy, 张桂英",
                "q=%25, -",
                "q=_, -",
                "q=', -",
                "q=%5C, -",
                "q=%F0%9F%98%80, -",
                "q=%00张桂, 张桂英",
                "q=nobody, -",
                "stage=certified, 单雄信",
                "place=00000000-0000-0004-0000-000000000001, 单雄信 张桂英",
                "place=凤鸣镇&stage=learning, 张桂英",
                "place=无此镇, -",
                "mentor=any, 张桂英",
                "mentor=none&q=柳树, 单雄信",
                "card=yes, 单雄信",
                "idle=20, 解晓东 单雄信",
                "left=yes, =1+张",
                "left=no&q=英, 仇英 张桂英",
                "cohort=00000000-0000-0003-0000-000000000002, 张桂英",
                "cohort=00000000-0000-0003-0000-000000000001&left=yes, 张桂英 =1+张",
                "sort=name, 仇英 单雄信 解晓东 张桂英 =1+张",
            })
    void peopleAreFound(String query, String names) {
        List<String> expected = names == null ? List.of() : List.of(names.split(" "));
        assertThat(names(page(OFFICER, "/people?" + query))).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "name, =1+张 仇英 单雄信 解晓东 张桂英",
        "-name, 张桂英 解晓东 单雄信 仇英 =1+张",
        "village, 单雄信 张桂英 =1+张 仇英 解晓东",
        "stage, =1+张 解晓东 张桂英 单雄信 仇英",
        "active, =1+张 仇英 解晓东 单雄信 张桂英",
        "-enrolled, 张桂英 =1+张 仇英 解晓东 单雄信"
    })
    void eachOrderIsWalkedPageByPageAndNobodyIsLeftOutOrListedTwice(String sort, String names) {
        List<String> found = new ArrayList<>();
        String next = "/people?rows=2&sort=" + sort;
        while (next != null) {
            String page = page(OFFICER, next);
            assertThat(page).contains("5 found");
            found.addAll(names(page));
            Matcher link = NEXT.matcher(page);
            next = link.find() ? link.group(1).replace("&amp;", "&") : null;
        }
        if (sort.equals("active")) {
            // Two who did nothing for equally long come in the order of their ids.
            assertThat(found).containsExactlyInAnyOrder(names.split(" ")).endsWith("解晓东", "单雄信", "张桂英");
        } else {
            assertThat(found).containsExactly(names.split(" "));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "stage=flying, 422",
        "after=garbled, 422",
        "after=%F0%9F%98%80, 422",
        "sort=luck, 422",
        "idle=many, 422",
        "idle=-1, 422",
        "rows=100000, 422",
        "mentor=me, 422",
        "card=maybe, 422",
        "cohort=1-1-1-1-1, 422",
        "cohort=00000000-0000-0003-0000-0000000000ff, 404"
    })
    void whatCannotBeIsRefusedInWords(String query, int status) {
        Response refused = html(OFFICER).get("/people?" + query);
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.asString()).contains("<h1");
    }

    @Test
    void anEssayInTheSearchBoxIsRefused() {
        assertThat(html(OFFICER).get("/people?q=" + "zgy".repeat(200)).statusCode())
                .isEqualTo(422);
        assertThat(html(OFFICER).get("/people?q=" + "%E5%BC%A0".repeat(500)).statusCode())
                .isEqualTo(414);
    }

    @Test
    void anotherCountysClassIsUnknown() {
        assertThat(html("officer1").get("/people?cohort=" + SPRING).statusCode())
                .isEqualTo(404);
        assertThat(page("officer1", "/people?q=单雄信")).contains("Nobody like this was found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mentors-people", "trainee1", "admin"})
    void othersMayNotLook(String login) {
        assertThat(html(login).get("/people").statusCode()).isEqualTo(403);
        assertThat(html(login).post("/people/export").statusCode()).isEqualTo(403);
    }

    @Test
    void anAuditorSeesNoPhonesAndFindsNobodyByThem() {
        assertThat(page("coordinates-people", "/people?q=13800005678")).contains("tel:13800005678");
        assertThat(page(AUDITOR, "/people?columns=phone")).contains("张桂英").doesNotContain("13800005678");
        assertThat(names(page(AUDITOR, "/people?q=13800005678"))).isEmpty();
        assertThat(export(AUDITOR, "csv", "columns=phone,village").asString())
                .contains("张桂英,凤鸣镇 柳树村")
                .doesNotContain("13800005678");
    }

    @Test
    void columnsAreRememberedOnThisBrowser() {
        Response chosen = html(OFFICER).get("/people?columns=name&columns=card&columns=enrolled");
        String cookie = chosen.getCookie("people-columns");
        assertThat(cookie).isEqualTo("card.enrolled");

        String later =
                html(OFFICER).cookie("people-columns", cookie).get("/people").asString();
        assertThat(later).contains("data-head=\"Sign-in card\"").doesNotContain("data-head=\"Class\"");
        String nonsense =
                html(OFFICER).cookie("people-columns", "x'y").get("/people").asString();
        assertThat(nonsense).contains("张桂英").doesNotContain("data-head");
    }

    @Test
    void chipsSayWhatIsChosenAndTakeItAway() {
        String page = page(OFFICER, "/people?q=zgy&place=%E5%87%A4%E9%B8%A3%E9%95%87&mentor=any");
        assertThat(page)
                .contains("href=\"/people?place=%E5%87%A4%E9%B8%A3%E9%95%87&amp;mentor=any\""
                        + " aria-label=\"Remove: “zgy”\"")
                .contains("aria-label=\"Remove: All of 凤鸣镇\"", "aria-label=\"Remove: Has a mentor\"");
    }

    @Test
    void aFileHoldsWhatIsSeenHarmlesslyAndWhoTookItIsRecorded() throws Exception {
        String columns = "columns=village,phone,stage,idle,left";
        String csv = export(OFFICER, "csv", "stage=enrolled&" + columns).asString();
        assertThat(csv)
                .startsWith("\uFEFFName,\"Town, village\",Phone,Now at,Idle for,Left on\r\n"
                        + "'=1+张,凤鸣镇 石桥村,13600000002,Enrolled,,20")
                .contains("解晓东,凤鸣镇 石桥村,13900005678,Enrolled,40,\r\n");

        byte[] xlsx = export(OFFICER, "xlsx", "sort=-name&" + columns).asByteArray();
        List<String> rows = rows(xlsx);
        assertThat(rows).hasSize(PEOPLE.size() + 1).last().asString().startsWith("=1+张|");
        assertThat(rows.get(1)).startsWith("张桂英|凤鸣镇 柳树村|13800005678|");

        assertThat(recorded())
                .contains("CSV ?stage=enrolled village,phone,stage,idle,left 2")
                .contains("XLSX ?sort=-name village,phone,stage,idle,left 5");
    }

    private static List<String> rows(byte[] xlsx) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            return book.getFirstSheet().read().stream()
                    .map(row -> String.join(
                            "|",
                            row.stream()
                                    .map(cell -> cell == null ? "" : cell.getText())
                                    .toList()))
                    .toList();
        }
    }

    private static List<String> recorded() throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select format, list, columns, people from people_exports where county = '" + COUNTY + "'")) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(String.join(" ", rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
            }
            return all;
        }
    }

    private static Response export(String login, String format, String query) {
        Response file =
                Tokens.as(login).header("Accept-Language", "en").post("/people/export?format=" + format + "&" + query);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"people." + format + "\"");
        return file;
    }
}
