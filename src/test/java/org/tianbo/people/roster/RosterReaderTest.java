package org.tianbo.people.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.people.Gender;
import org.tianbo.people.Rosters.Roster;
import org.tianbo.people.Rosters.RosterLine;
import org.tianbo.people.Rosters.RosterReport;
import org.tianbo.people.Rosters.VillageName;
import org.tianbo.platform.error.FaultTexts;
import org.tianbo.platform.table.CellFault;
import org.tianbo.platform.table.UnreadableTable;
import org.tianbo.platform.table.rows.RejectedRow;
import org.tianbo.platform.table.rows.TableReader;
import org.tianbo.testsupport.Faults;

class RosterReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final String HEADER = "姓名,手机号,身份证号,性别,镇,村,类别,备注\n";
    private static final VillageName SHANGFANG = new VillageName("拖船镇", "上坊村");

    @ParameterizedTest
    @ValueSource(strings = {"roster-utf8-bom.csv", "roster-gb18030.csv"})
    void theCountysRosterGivesExactlyTheKnownReport(String file) throws IOException {
        JsonNode truth = truth();

        Roster roster = reader(villages(truth)).read(fixture(file));

        RosterReport report = roster.report();
        assertThat(report.rows()).isEqualTo(truth.get("rows").asInt());
        assertThat(report.accepted()).isEqualTo(truth.get("accepted").asInt());
        assertThat(report.merged()).isEqualTo(truth.get("merged").asInt());
        assertThat(report.rejected())
                .extracting(RejectedRow::line, row -> row.first().field())
                .containsExactlyElementsOf(rejected(truth));
        assertThat(roster.people()).hasSize(report.accepted());
    }

    @Test
    void bothEncodingsOfTheRosterBringTheSamePeople() throws IOException {
        RosterReader reader = reader(villages(truth()));

        assertThat(reader.read(fixture("roster-gb18030.csv"))).isEqualTo(reader.read(fixture("roster-utf8-bom.csv")));
    }

    @Test
    void aPersonIsCleanedAndTheIdentityNumberIsLetGo() {
        Roster roster = read(" 马　芳 ,199 5908-5127,99999919961205638x,女,拖船镇,上坊村,返乡青年,会开车\n");

        assertThat(roster.people())
                .containsExactly(new RosterLine(
                        2,
                        "马芳",
                        "19959085127",
                        "638X",
                        "#99999919961205638X",
                        Gender.FEMALE,
                        1996,
                        SHANGFANG,
                        "返乡青年",
                        "会开车",
                        ""));
        assertThat(roster.people().get(0)).hasToString("RosterLine[line=2]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"required-marks.csv", "roster.xlsx"})
    void formsAndSpreadsheetsAreReadAsTheyCome(String file) throws IOException {
        RosterReport report = reader(Set.of(new VillageName("白土镇", "赵家村")))
                .read(fixture(file))
                .report();

        assertThat(report).isEqualTo(new RosterReport(1, 1, 0, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*姓名,*手机号,*身份证号,*镇,*村",
                "姓名*,手机号*,身份证号*,镇*,村*",
                "姓名（必填）,手机号（必填）,身份证号（必填）,镇（必填）,村（必填）",
                "姓名(必填),手机号(必填),身份证号(必填),镇(必填),村(必填)",
                "★姓名,★手机号,★身份证号,★镇,★村",
                "姓名【必填】,手机号【必填】,身份证号【必填】,镇【必填】,村【必填】",
                "姓名：,手机号：,身份证号：,镇：,村："
            })
    void aHeaderMayBeFlaggedAsRequired(String header) {
        Roster roster = reader(Set.of(SHANGFANG)).read(text(header + "\n萧桂,19938995625,99999919891020311X,拖船镇,上坊村\n"));

        assertThat(roster.people()).extracting(RosterLine::name).containsExactly("萧桂");
    }

    @Test
    void oneCellOfAnotherEncodingIsFoundOnItsLine() throws IOException {
        InputStream file = fixture("one-gbk-cell.csv");

        assertThatThrownBy(() -> reader(Set.of(SHANGFANG)).read(file))
                .isInstanceOfSatisfying(UnreadableTable.class, unreadable -> {
                    assertThat(unreadable.code()).isEqualTo("table.undecodable");
                    assertThat(unreadable.arguments()).contains(3);
                });
    }

    @Test
    void everyFaultOfARowIsReportedAtOnce() {
        Roster roster = read("张三,19900000043,999999197503020434,男,,,种植户,%s%n".formatted("长".repeat(501)));

        assertThat(roster.report().rejected())
                .flatExtracting(RejectedRow::faults)
                .extracting(CellFault::field, CellFault::code)
                .containsExactly(
                        tuple("town", "roster.town-missing"),
                        tuple("village", "roster.village-missing"),
                        tuple("note", "roster.remark-too-long"));
    }

    @Test
    void theSamePersonWithTwoMiddleDotsIsOne() throws IOException {
        RosterReport report = reader(Set.of(new VillageName("白土镇", "赵家村")))
                .read(fixture("two-middle-dots.csv"))
                .report();

        assertThat(report).isEqualTo(new RosterReport(2, 1, 1, List.of()));
    }

    @Test
    void withoutAGenderColumnTheIdentityNumberSaysIt() {
        Roster roster = reader(Set.of(SHANGFANG))
                .read(text("村,乡镇,身份证号码,联系电话,学员姓名\n上坊村,拖船镇,99999919891020311X,19938995625,萧桂\n"));

        assertThat(roster.people()).extracting(RosterLine::gender).containsExactly(Gender.MALE);
    }

    @Test
    void theSamePersonTwiceIsMergedAndTheFirstRowCounts() {
        Roster roster = read(
                """
                萧桂,19938995625,99999919891020311X,男,拖船镇,上坊村,种植户,第一次
                萧桂,+86 19938995625,99999919891020311x,男,拖船镇,上坊村,养殖户,第二次
                """);

        assertThat(roster.report()).isEqualTo(new RosterReport(2, 1, 1, List.of()));
        assertThat(roster.people()).extracting(RosterLine::note).containsExactly("第一次");
    }

    @Test
    void coursesOfFurtherRowsAreAddedEachOnce() {
        String person = "萧桂,19938995625,99999919891020311X,拖船镇,上坊村,";
        String header = "姓名,手机号,身份证号,镇,村,参加过的培训\n";
        String rows = header + person + "农广校\n" + person + "直播班\n" + person + "农广校\n" + person + "\n";
        Roster roster = reader(Set.of(SHANGFANG)).read(text(rows));
        assertThat(roster.report()).isEqualTo(new RosterReport(4, 1, 3, List.of()));
        assertThat(roster.people()).extracting(RosterLine::earlierCourses).containsExactly("农广校；直播班");

        rows = header + person + "长".repeat(500) + "\n" + person + "直播班\n";
        Roster full = reader(Set.of(SHANGFANG)).read(text(rows));
        assertThat(Faults.of(full.report().rejected())).containsExactly("3 earlier_courses roster.courses-too-long");
        assertThat(full.people()).hasSize(1);
    }

    @Test
    void oneIdentityNumberWithTwoNamesOrPhonesIsRejectedAndNotGuessed() {
        Roster roster = read(
                """
                萧桂,19938995625,99999919891020311X,男,拖船镇,上坊村,,
                萧贵,19938995625,99999919891020311X,男,拖船镇,上坊村,,
                萧桂,19938995626,99999919891020311X,男,拖船镇,上坊村,,
                """);

        assertThat(roster.report().rows()).isEqualTo(3);
        assertThat(roster.report().accepted()).isEqualTo(1);
        assertThat(Faults.of(roster.report().rejected()))
                .containsExactly("3 name roster.same-id-other-name", "4 phone roster.same-id-other-phone");
    }

    @Test
    void aFamilyMayShareOnePhone() {
        Roster roster = read(
                """
                萧桂,19938995625,99999919891020311X,男,拖船镇,上坊村,,
                郭磊,19938995625,99999919961205638X,女,拖船镇,上坊村,,
                """);

        assertThat(roster.report().accepted()).isEqualTo(2);
    }

    @Test
    void aRejectedRowDoesNotPreventItsCorrection() {
        Roster roster = read(
                """
                萧桂,1993899562,99999919891020311X,男,拖船镇,上坊村,,
                萧桂,19938995625,99999919891020311X,男,拖船镇,上坊村,,
                """);

        assertThat(roster.report().accepted()).isEqualTo(1);
        assertThat(Faults.of(roster.report().rejected())).containsExactly("2 phone roster.phone-shape");
    }

    @Test
    void everyFaultOfARowIsReportedWithItsValue() {
        Roster roster = read("萧桂,1993899562,99999919891020311,男,拖船镇,上坊,,\n");

        assertThat(roster.report().rejected())
                .flatExtracting(RejectedRow::faults)
                .extracting(CellFault::field, CellFault::value)
                .containsExactly(
                        tuple("phone", "1993899562"), tuple("id_number", "99999919891020311"), tuple("village", "上坊"));
    }

    @Test
    void aVillageIsKnownByItsTownToo() {
        Roster roster = read("萧桂,19938995625,99999919891020311X,男,白土镇,上坊村,,\n");

        assertThat(Faults.of(roster.report().rejected())).containsExactly("2 village roster.village-unknown");
    }

    @Test
    void everyFaultOfTheKnownRosterHasATextInBothLanguages() throws IOException {
        List<RejectedRow> rejected = reader(villages(truth()))
                .read(fixture("roster-gb18030.csv"))
                .report()
                .rejected();

        assertThat(rejected).flatExtracting(RejectedRow::faults).allSatisfy(fault -> {
            assertThat(FaultTexts.of(fault.code(), Locale.SIMPLIFIED_CHINESE)).isNotEqualTo(fault.code());
            assertThat(FaultTexts.of(fault.code(), Locale.ENGLISH)).isNotEqualTo(fault.code());
        });
    }

    /** Five thousand rows, each with two things wrong: all are reported, and the good row among them is taken. */
    @Test
    void aRosterOfTenThousandFaultsIsReportedWhole() {
        StringBuilder rows = new StringBuilder("马芳,19959085127,99999919961205638x,女,拖船镇,上坊村,,\n");
        for (int row = 0; row < 5_000; row++) {
            rows.append("坏行").append(row).append(",12345,110,女,拖船镇,上坊村,,\n");
        }

        RosterReport report = read(rows.toString()).report();

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.rejected()).hasSize(5_000);
        assertThat(report.rejected().stream()
                        .mapToInt(row -> row.faults().size())
                        .sum())
                .isEqualTo(10_000);
    }

    private static Roster read(String rows) {
        return reader(Set.of(SHANGFANG)).read(text(HEADER + rows));
    }

    private static RosterReader reader(Set<VillageName> villages) {
        return new RosterReader(
                new TableReader(1 << 20, 10_000), RosterVillages.of(villages), number -> "#" + number, TODAY);
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream fixture(String file) {
        return RosterReaderTest.class.getResourceAsStream("/fixtures/rosters/" + file);
    }

    private static JsonNode truth() throws IOException {
        return new ObjectMapper().readTree(fixture("truth.json"));
    }

    private static Set<VillageName> villages(JsonNode truth) {
        Set<VillageName> villages = new HashSet<>();
        truth.get("villages").properties().forEach(town -> town.getValue()
                .forEach(village -> villages.add(new VillageName(town.getKey(), village.asText()))));
        return villages;
    }

    private static List<Tuple> rejected(JsonNode truth) {
        return StreamSupport.stream(truth.get("rejected").spliterator(), false)
                .map(row -> tuple(row.get("line").asInt(), row.get("field").asText()))
                .toList();
    }
}
