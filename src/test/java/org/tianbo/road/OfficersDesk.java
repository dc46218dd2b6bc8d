package org.tianbo.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.table.xlsx.XlsxWriter;
import org.tianbo.platform.time.Zones;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.Chromium;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.PageSession;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** The desk of a county of a test's own: what its officer sees and sends, and how each kind of work is done. */
final class OfficersDesk {

    /** Keycloak keeps accounts longer than this database its people. */
    private static final String RUN = "." + Long.toString(System.nanoTime(), 36);

    private static final String CHOSEN = "Eine-lange-Reise-7";
    private static final String NOTHING_WAITS = "没有等着办的事";
    private static final String VILLAGES = "村代码,乡镇,村,并入\n360735100201,拖船镇,江背村,\n360735100202,拖船镇,上坊村,\n";
    private static final Pattern SECRET = Pattern.compile("class=\"secret\">([^<]+)<");
    private static final Pattern WAITING = Pattern.compile("<li><a href=\"([^\"]+)\"><b class=\"count\">\\d+<");
    private static final Pattern ROUND = Pattern.compile("/follow-up/[0-9a-f-]{36}/[0-9a-f-]{36}/[1-3]");
    private static final Pattern FLAG = Pattern.compile("action=\"(/follow-up/flags/[0-9a-f-]{36})");
    private static final Pattern STUCK = Pattern.compile("/cohorts/([0-9a-f-]{36})/trainees/([0-9a-f-]{36})");
    private static final int MOST_TURNS = 5;

    private final String county;
    private PageSession officer;
    private PageSession colleague;

    OfficersDesk(String county) {
        this.county = county;
    }

    static LocalDate today() {
        return LocalDate.now(Zones.SHANGHAI);
    }

    /** The operator opens it, its officer brings the villages and invites a colleague and a mentor. */
    void openCounty() {
        Map<String, Object> wanted = Map.of(
                "id", county,
                "code", "360735",
                "nameZh", "一年县",
                "nameEn", "Year county",
                "officer", Map.of("login", "year.officer" + RUN, "name", "王干事"));
        String password = Tokens.as("admin")
                .contentType("application/json")
                .body(wanted)
                .post("/api/counties")
                .then()
                .statusCode(201)
                .extract()
                .path("officer.firstPassword");
        officer = PageSession.first("year.officer" + RUN, password, CHOSEN);
        from(officer)
                .multiPart("file", "villages.csv", VILLAGES.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("do", "take")
                .post("/county/villages")
                .then()
                .statusCode(200);
        invite("year.mentor" + RUN, "mentor");
        colleague = PageSession.first("year.colleague" + RUN, invite("year.colleague" + RUN, "officer"), CHOSEN);
    }

    private String invite(String login, String role) {
        Matcher secrets = SECRET.matcher(
                posted("/county/staff/new", Map.of("login", login, "name", "李老师", "role", role, "scope", "all"), 200)
                        .extract()
                        .asString());
        assertThat(secrets.find() && secrets.find()).isTrue();
        return secrets.group(1);
    }

    String openClass(String name) {
        String location = posted(
                        "/cohorts",
                        Map.of(
                                "name",
                                name,
                                "from",
                                today().toString(),
                                "to",
                                today().plusDays(30).toString()),
                        303)
                .extract()
                .header("Location");
        return URI.create(location).getPath().split("/")[2];
    }

    /** @param people each a name, a phone and an identity number */
    @SafeVarargs
    final void roster(String cohort, List<String>... people) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (XlsxWriter sheet = new XlsxWriter(file, "名单", "姓名", "手机号", "身份证号", "性别", "镇", "村", "类别", "备注")) {
            for (List<String> one : people) {
                sheet.row(one.get(0), one.get(1), one.get(2), "女", "拖船镇", "上坊村", "种植户", "");
            }
        }
        String taken = from(officer)
                .multiPart("file", "roster.xlsx", file.toByteArray(), "application/octet-stream")
                .multiPart("consent", "yes")
                .multiPart("do", "take")
                .post("/cohorts/" + cohort + "/roster")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page("/cohorts/" + cohort + "/trainees")).as(taken).contains(people[0].get(0));
    }

    /**
     * Does what {@code /today} lists until it lists nothing and all of these were done. Numbers may come late: what was
     * done is looked for again only once its number is another.
     */
    void workUntilNothingWaits(String... lists) {
        TreeSet<String> done = new TreeSet<>();
        Predicate<String> ended =
                today -> today.contains(NOTHING_WAITS) && Stream.of(lists).allMatch(String.join(" ", done)::contains);
        String today = page("/today");
        for (int turn = 0; turn < MOST_TURNS && !ended.test(today); turn++) {
            List<String> waited = lines(today);
            WAITING.matcher(today).results().map(found -> found.group(1)).forEach(list -> {
                done.add(list);
                work(list);
            });
            today = Eventually.value(
                    () -> page("/today"),
                    page -> ended.test(page)
                            || !lines(page).isEmpty() && lines(page).stream().noneMatch(waited::contains));
        }
        assertThat(ended).as("after %s", done).accepts(today);
    }

    private static List<String> lines(String today) {
        return WAITING.matcher(today).results().map(MatchResult::group).toList();
    }

    private void work(String list) {
        if (list.endsWith("/cards")) {
            String run = URI.create(posted(list + "/runs", Map.of("seen", "1"), 303)
                            .extract()
                            .header("Location"))
                    .getPath();
            eventually(run, page -> page.contains("cards.pdf"), page -> page);
        } else if (list.endsWith("/mentors?without=true")) {
            posted(list.replaceFirst("\\?.*", "/share-out"), Map.of(), 303);
        } else if (list.startsWith("/attendance/classes/")) {
            posted(list, session(), 303);
        } else if (list.equals("/follow-up")) {
            for (String state : List.of("overdue", "due")) {
                ROUND.matcher(page("/follow-up?state=" + state))
                        .results()
                        .map(found -> found.group())
                        .distinct()
                        .forEach(round -> posted(round, visit(round), 303));
            }
        } else if (list.equals("/follow-up/flags")) {
            FLAG.matcher(page(list))
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .forEach(flag -> posted(flag, Map.of("decision", "EXPLAINED", "reason", "同一天补记的回访"), 303));
        } else if (list.equals("/stuck")) {
            STUCK.matcher(page(list))
                    .results()
                    .map(found -> List.of(found.group(1), found.group(2)))
                    .distinct()
                    .forEach(one -> posted("/calls", call(one.get(0), one.get(1)), 303));
        } else {
            throw new AssertionError("Nobody here knows what to do about " + list);
        }
    }

    private static Map<String, String> session() {
        Map<String, String> form = new HashMap<>(Map.of(
                "session", Ids.next().toString(),
                "title", "怎么选品",
                "kind", "THEORY",
                "teacher", "guest",
                "guest", "外请老师",
                "credentials", "高级农艺师",
                "place", "村委会",
                "from", "09:00",
                "to", "11:30"));
        form.put("day", today().plusDays(1).toString());
        form.put("weeks", "1");
        return form;
    }

    private static Map<String, String> visit(String round) {
        return Map.of(
                "id", Ids.next().toString(),
                "method", "PHONE",
                "outcome", "MET",
                "on", today().toString(),
                "store", "OPEN",
                "help", "教他每天看一次后台 " + round.substring(round.length() - 1),
                "satisfaction", "4");
    }

    private static Map<String, String> call(String cohort, String trainee) {
        return Map.of("id", Ids.next().toString(), "cohort", cohort, "trainee", trainee, "outcome", "reached");
    }

    String page(String address) {
        return officer.request()
                .accept("text/html,*/*;q=0.5")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** Pictures of pages, for people to look at. */
    void shots(String... addresses) {
        for (int width : List.of(1280, 360)) {
            try (BrowserContext laptop = Chromium.plain()
                    .newContext(new Browser.NewContextOptions()
                            .setBaseURL(TianboServices.SITE)
                            .setLocale("zh-CN")
                            .setViewportSize(width, 800))) {
                officer.enter(laptop);
                Page page = laptop.newPage();
                for (String address : addresses) {
                    page.navigate(address);
                    String name = address.substring(1).replace('/', '-') + "-" + width + ".png";
                    Path picture = Path.of("target", "road", name);
                    page.screenshot(
                            new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
                }
            }
        }
    }

    /** What a page says once it says it. */
    <T> T eventually(String address, Predicate<String> wanted, Function<String, T> read) {
        return read.apply(Eventually.value(() -> page(address), wanted));
    }

    ValidatableResponse posted(String address, Map<String, String> form, int status) {
        Response answer = from(officer)
                .accept("text/html,*/*;q=0.5")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post(address);
        assertThat(answer.statusCode())
                .as("%s %s: %s", address, form, answer.statusCode() == status ? "" : answer.asString())
                .isEqualTo(status);
        return answer.then();
    }

    void confirmed(String address) {
        from(colleague).post(address).then().statusCode(303);
    }

    /** @param change in which the county stands as its first parameter */
    void owner(String change) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set tianbo.county = '*'");
            statement.execute(change.formatted(county));
        }
    }

    private static RequestSpecification from(PageSession session) {
        return session.request().header("Sec-Fetch-Site", "same-origin");
    }
}
