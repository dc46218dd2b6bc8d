package org.tianbo.road;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.tianbo.platform.table.xlsx.XlsxWriter;
import org.tianbo.platform.time.Zones;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.CountyClock;
import org.tianbo.testsupport.browser.Desk;

/** The desk of a county's officer, and how each kind of work is done there. */
final class OfficersDesk implements AutoCloseable {

    static final String HELP = "教他每天看一次后台";
    static final String SELLER = "年一";
    static final String SHOP = "https://shop.example/year";

    private static final String NOTHING_WAITS = "没有等着办的事";
    private static final Pattern CARD = Pattern.compile("\\s([2-9a-z]{6})\\s+\\S+\\s+(\\d{6})\\s");
    private static final int MOST_TURNS = 5;

    private final Desk desk;
    private final CountyClock clock;

    /** Whose card, and what is printed on it: the login name and the PIN. */
    private final Map<String, Card> cards = new LinkedHashMap<>();

    private LocalDate classEnds;
    private LocalDate shopOpened;
    private Desk colleague;

    record Card(String login, String pin) {}

    OfficersDesk(Desk desk, CountyClock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.there(), Zones.SHANGHAI);
    }

    /** It is that hour of that day in the county and on this desk. */
    void moveTo(LocalDate day, String hour) {
        clock.moveTo(day.atTime(LocalTime.parse(hour)).atZone(Zones.SHANGHAI).toInstant());
        desk.moveTo(clock.there());
    }

    /** Who decides what the officer may not decide alone. */
    void sitsBeside(Desk other) {
        colleague = other;
    }

    void bringVillages(byte[] file) {
        desk.open("/today").follow("看还差哪几步").follow("去做 乡镇和村");
        desk.upload("文件（CSV 或 XLSX）", "villages.csv", file).press("照文件改").says("改好了");
    }

    /** @return the password for the first time */
    String invite(String login, String name, String role) {
        desk.follow("工作人员").follow("添加一位").fill("登录名", login).fill("姓名", name);
        desk.tick(role).press("添加，拿第一次的密码").says("只显示这一次");
        return desk.page().locator(".secret").nth(1).textContent();
    }

    /** One graded rehearsal is enough here. */
    void askForOneRehearsal() {
        desk.follow("县里的设置");
        desk.leads(
                desk.page().locator("a.button[href$='certification.criteria']").first());
        desk.page().locator("[name=reviews]").fill("1");
        desk.fill("为什么改", "先发一批，看看效果").press("保存").says("先发一批，看看效果");
    }

    /** @return its id */
    String openClass(String name, LocalDate from, LocalDate to) {
        classEnds = to;
        desk.open("/county/first-day").follow("去做 开一个班");
        desk.fill("班名", name).fill("哪天开始", from.toString()).fill("哪天结束", to.toString());
        return desk.press("开班").idInAddress();
    }

    /**
     * Looks first at what would come of the file, which stores nothing, and then takes it.
     *
     * @param people each a name, a phone and an identity number
     */
    void roster(String cohort, List<List<String>> people) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (XlsxWriter sheet = new XlsxWriter(file, "名单", "姓名", "手机号", "身份证号", "性别", "镇", "村", "类别", "备注")) {
            for (List<String> one : people) {
                sheet.row(one.get(0), one.get(1), one.get(2), "女", "拖船镇", "上坊村", "种植户", "");
            }
        }
        desk.upload("名册文件", "roster.xlsx", file.toByteArray()).tick("名册上的人都已签字同意");
        desk.button("先检查").click();
        desk.says("检查好了，还没有导入", "没有要改的行");
        desk.page().locator("button[value=take]").click();
        desk.says("导入了 " + people.size() + " 人");
        desk.open("/cohorts/" + cohort + "/trainees").says(people.get(0).get(0));
    }

    /**
     * Does what the first page lists until it lists nothing and all of these were done. Numbers may come late: what was
     * done is looked for again only once its number is another.
     */
    void workUntilNothingWaits(String... lists) {
        TreeSet<String> done = new TreeSet<>();
        Predicate<Map<String, String>> ended =
                waits -> waits.isEmpty() && Stream.of(lists).allMatch(String.join(" ", done)::contains);
        Map<String, String> waits = waits();
        for (int turn = 0; turn < MOST_TURNS && !ended.test(waits); turn++) {
            Map<String, String> waited = waits;
            waited.keySet().forEach(list -> {
                done.add(list);
                work(list);
            });
            waits = Eventually.value(
                    this::waits,
                    now -> ended.test(now)
                            || !now.isEmpty() && now.entrySet().stream().noneMatch(waited.entrySet()::contains));
        }
        assertThat(ended).as("after %s", done).accepts(waits);
        desk.says(NOTHING_WAITS);
    }

    /** How many wait, by the address of the list. */
    private Map<String, String> waits() {
        desk.open("/today");
        Map<String, String> waits = new LinkedHashMap<>();
        for (Locator line : desk.page().locator("ul.waits a").all()) {
            waits.put(line.getAttribute("href"), line.locator(".count").textContent());
        }
        return waits;
    }

    private void work(String list) {
        desk.open("/today");
        Locator line = desk.page().locator("ul.waits a[href='" + list + "']");
        if (line.count() == 0) {
            return;
        }
        desk.leads(line);
        if (list.endsWith("/cards")) {
            makeCards();
        } else if (list.endsWith("/mentors?without=true")) {
            desk.press("平均分给全县的老师").says("人人都有老师了");
        } else if (list.startsWith("/attendance/classes/")) {
            planSession();
        } else if (list.equals("/certification")) {
            desk.press("通过，发证").says("有效");
        } else if (list.equals("/stores/without-file")) {
            desk.follow(SELLER);
            bringOrders();
        } else if (list.startsWith("/stores/")) {
            lookAtPapers();
        } else if (list.equals("/follow-up")) {
            for (String state : List.of("overdue", "due")) {
                desk.open("/follow-up?state=" + state);
                desk.addresses("table.people th a[href^='/follow-up/']").forEach(this::visit);
            }
        } else if (list.equals("/follow-up/flags")) {
            decideFlags();
        } else if (list.equals("/stuck")) {
            call();
        } else {
            throw new AssertionError("Nobody here knows what to do about " + list);
        }
    }

    /** All in one file, which is removed once it is printed. */
    private void makeCards() {
        desk.follow("全班的卡一次做").press("给这 2 人做卡").says("做好 2 张");
        String text = text(desk.file("打开 PDF"));
        for (String part : text.split("(?=年[一二])")) {
            Matcher card = CARD.matcher(part);
            if (part.startsWith("年") && card.find()) {
                cards.put(part.substring(0, SELLER.length()), new Card(card.group(1), card.group(2)));
            }
        }
        assertThat(cards).as(text).hasSize(2);
        desk.press("打印好了，删掉文件").says("文件已在");
    }

    Card cardOf(String name) {
        return cards.get(name);
    }

    private void planSession() {
        desk.fill("上什么课", "怎么选品").fill("哪一天", classEnds.toString());
        desk.fill("几点开始", "09:00").fill("几点结束", "11:30").fill("地点", "村委会");
        desk.choose("谁来教", "guest").fill("请来的老师叫什么", "外请老师").fill("老师的资格", "高级农艺师");
        desk.press("安排好了").says("怎么选品");
    }

    /** Ticks off on the list who comes, and later who goes. */
    void tickOff(String cohort, String mark, String name, String counted) {
        desk.open("/attendance/classes/" + cohort).follow("怎么选品").follow("打开签到码");
        desk.button(mark + " · " + name).click();
        desk.says(counted);
        assertThat(desk.page().locator("[data-unsent]")).isHidden();
        desk.follow("返回");
        Eventually.value(() -> desk.open(desk.page().url()).text(), page -> page.contains(counted));
    }

    /** Confirms each paper, and then that the store was seen open. */
    private void lookAtPapers() {
        while (desk.page().locator("button[name=confirmed][value=true]").count() > 0) {
            desk.press("核对无误");
        }
        shopOpened = today();
        desk.fill("小店链接", SHOP).fill("看到了什么", "货架上三样货，都是自家的");
        desk.press("小店已看过，开店").says("开着", "货架上三样货");
    }

    /** Tries the file first, which stores nothing, and then takes it in. */
    private void bringOrders() {
        desk.choose("平台", "douyin").upload("订单文件", "orders.csv", OrdersOfAStore.between(shopOpened, today()));
        desk.button("先看看会怎样").click();
        assertThat(desk.button("确认，收进来")).isEnabled();
        desk.press("确认，收进来").says(SELLER);
    }

    /** Whoever has a store is visited; the other is called, with the same words each time, which is looked at. */
    private void visit(String round) {
        desk.open(round);
        boolean sells = desk.page().locator("h1").textContent().equals(SELLER);
        desk.choose("说上话没有", "MET").choose("怎么联系的", sells ? "IN_PERSON" : "PHONE");
        desk.fill("哪天", today().toString()).choose("店现在怎么样", sells ? "OPEN" : "NONE");
        if (sells) {
            String month = YearMonth.from(today()).minusMonths(1).toString();
            desk.fill("挣了多少", "1560").fill("哪个月的", month).choose("看到了什么", "PLATFORM_SCREEN");
        } else {
            desk.fill("没开的话，为什么", "还没有学完");
        }
        desk.fill("帮了什么忙", sells ? HELP + round.charAt(round.length() - 1) : HELP);
        desk.choose("对培训满意吗", "4").press("记下来");
        assertThat(desk.page().locator("ol.told")).containsText(HELP);
    }

    /** Nobody decides about their own visit. */
    private void decideFlags() {
        desk.says("请县里另一位干事来看");
        colleague.open("/follow-up/flags");
        while (colleague.page().locator("form[action^='/follow-up/flags/']").count() > 0) {
            colleague.choose("是怎么回事", "EXPLAINED").fill("写一句", "每次帮的是同一个忙").press("看过了");
        }
        colleague.says("没有要看的");
    }

    private void call() {
        desk.follow("带上电话单");
        for (Locator person : desk.page().locator("ul.calls > li").all()) {
            person.locator("summary").click();
            person.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("打通了"))
                    .click();
            assertThat(person).isHidden();
        }
        assertThat(desk.page().locator("[data-unsent]")).isHidden();
        assertThat(desk.page().locator("[data-refused]")).isHidden();
    }

    Desk desk() {
        return desk;
    }

    static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        desk.close();
    }
}
