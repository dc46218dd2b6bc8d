package org.tianbo.platform.table.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.platform.table.Columns;
import org.tianbo.platform.table.UnreadableTable;
import org.tianbo.platform.table.rows.RejectedRow;
import org.tianbo.platform.table.rows.TableFacts;
import org.tianbo.platform.table.rows.TableReader;
import org.tianbo.testsupport.SeededRandom;

/** XLSX files as programs really write them, and as nobody should. */
class WorkbookTest {

    private static final Columns GOODS =
            Columns.none().required("number", "编号").required("name", "名称").optional("note", "备注");
    private static final String HEADER = Xlsx.row("编号", "名称", "备注");

    private record Good(int line, String number, String name, String note) {}

    private final List<Good> goods = new ArrayList<>();

    @Test
    void inlineTextsWithoutAddressesAndWithoutASharedListAreRead() {
        read(new Xlsx().sheet("Sheet1", HEADER + Xlsx.row("6930000000000040001", "大米", "")));

        assertThat(goods).containsExactly(new Good(2, "6930000000000040001", "大米", ""));
    }

    @Test
    void sharedTextsAddressesAndLeftOutRowsAreRead() {
        read(new Xlsx()
                .texts("编号", "名称", "大米")
                .sheet(
                        "Sheet1",
                        "<row r=\"3\"><c r=\"B3\" t=\"s\"><v>0</v></c><c r=\"D3\" t=\"s\"><v>1</v></c></row>"
                                + "<row r=\"7\"><c r=\"B7\"><v>12</v></c><c r=\"D7\" t=\"s\"><v>2</v></c></row>"));

        assertThat(goods).containsExactly(new Good(7, "12", "大米", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1.0, 1",
        "59.0, 59",
        "59.899999999999999, 59.9",
        "0.30000000000000004, 0.3",
        "1.2E3, 1200",
        "0, 0",
        "-5, -5",
        "19938995625, 19938995625",
        "6.9300000000000102E+18, 6.93000000000001E+18",
        "6930000000000010217, 6.93000000000001E+18",
        "1E-30, 1E-30",
        "1E+400, 1E+400"
    })
    void numbersAreWrittenAsThePersonSawThemOrAsTooLong(String value, String text) {
        read(new Xlsx().sheet("Sheet1", HEADER + "<row><c><v>" + value + "</v></c>" + Xlsx.text("米") + "</row>"));

        assertThat(goods).extracting(Good::number).containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 46145, 2026-05-03",
        "2, 46145.416666666664, 2026-05-03 10:00:00",
        "3, 46145.99999, 2026-05-03 23:59:59",
        "4, 46145.5, 2026-05-03 12:00:00",
        "5, 46145.5, 46145.5"
    })
    void datesAreWrittenOutWhereTheirFormatSaysThatTheyAreDates(int style, String serial, String text) {
        read(new Xlsx()
                .styles("14", "22", "165", "31", "2")
                .format(165, "yyyy\\-mm\\-dd\\ hh:mm:ss;@")
                .sheet(
                        "Sheet1",
                        HEADER + "<row><c s=\"" + (style - 1) + "\"><v>" + serial + "</v></c>" + Xlsx.text("米")
                                + "</row>"));

        assertThat(goods).extracting(Good::number).containsExactly(text);
    }

    @Test
    void formulasCountAsWhatWasLastComputed() {
        read(new Xlsx()
                .sheet(
                        "Sheet1",
                        HEADER
                                + "<row><c><f>1+1</f><v>2</v></c><c t=\"str\"><f>A1</f><v>大米</v></c></row>"
                                + "<row><c><f>1+1</f></c><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c></row>"));

        assertThat(goods)
                .extracting(Good::number, Good::name, Good::note)
                .containsExactly(tuple("2", "大米", ""), tuple("=1+1", "true", "#N/A"));
    }

    @Test
    void theTableIsFoundOnWhicheverSheetItIs() {
        read(new Xlsx()
                .sheet("说明", Xlsx.row("请看第二张"))
                .sheet("名单", HEADER + Xlsx.row("1", "大米"))
                .sheet("空表", HEADER));

        assertThat(goods).extracting(Good::name).containsExactly("大米");
    }

    @Test
    void twoFilledSheetsAreRefused() {
        assertRefused(
                new Xlsx().sheet("一村", HEADER + Xlsx.row("1", "大米")).sheet("二村", HEADER + Xlsx.row("2", "油")),
                "table.several-sheets");
    }

    @Test
    void aSingleCellIsARowAndNoRemark() {
        TableFacts facts = read(new Xlsx().sheet("Sheet1", HEADER + Xlsx.row("1", "大米") + Xlsx.row("二")));

        assertThat(facts.rejected()).extracting(RejectedRow::line).containsExactly(3);
    }

    @Test
    void aFileThatWasCutOffIsRefused() {
        byte[] whole = new Xlsx().sheet("Sheet1", HEADER + Xlsx.row("1", "大米")).bytes();

        for (int length : new int[] {whole.length - 1, whole.length - 30, whole.length / 2, 40, 5}) {
            assertRefused(Arrays.copyOf(whole, length), "table.damaged");
        }
        assertRefused(new Xlsx().sheet("Sheet1", HEADER + "<row><c t=\"inlineStr\"><is><t>1"), "table.damaged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row><c r=\"XFE1\"><v>1</v></c></row>",
                "<row><c r=\"ZZZZZZZ1\"><v>1</v></c></row>",
                "<row><c r=\"-\"><v>1</v></c></row>",
                "<row><c><v>9999999999999999999999999999999999999999999999999999999999999999999999</v></c></row>"
            })
    void aCellThatWouldMakeItsRowEndlessIsRefused(String row) {
        assertRefused(new Xlsx().sheet("Sheet1", HEADER + row), "table.swollen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000000000", "-1", "x", "3"})
    void aTextThatIsNotInTheListIsRefused(String index) {
        assertRefused(
                new Xlsx()
                        .texts("一", "二", "三")
                        .sheet("Sheet1", HEADER + "<row><c t=\"s\"><v>" + index + "</v></c></row>"),
                "table.damaged");
    }

    @Test
    void aFileOfKilobytesThatUnfoldsToManyMegabytesIsRefused() {
        byte[] bomb = new Xlsx()
                .sheet("Sheet1", HEADER + "<row><c><v>1</v></c></row>".repeat(400_000))
                .bytes();

        assertThat(bomb.length).isLessThan(100_000);
        assertRefused(bomb, "table.swollen");
    }

    @Test
    void aCellLongerThanASpreadsheetAllowsIsRefused() {
        assertRefused(new Xlsx().sheet("Sheet1", HEADER + Xlsx.row("1", "米".repeat(32_768))), "table.swollen");
        assertRefused(new Xlsx().texts("米".repeat(400_000)).sheet("Sheet1", HEADER), "table.swollen");
    }

    @Test
    void rowsOfCellsFarApartAreCountedByTheirWidth() {
        assertRefused(
                new Xlsx().sheet("Sheet1", HEADER + "<row><c r=\"XFD1\"><v>1</v></c></row>".repeat(3_000)),
                "table.swollen");
    }

    @Test
    void externalEntitiesAreNotRead() {
        byte[] file = new Xlsx()
                .beginning("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")
                .sheet("Sheet1", HEADER + Xlsx.row("1", "&e;"))
                .bytes();

        try {
            read(file);
            assertThat(goods).extracting(Good::name).noneMatch(name -> name.contains("root:"));
        } catch (UnreadableTable refused) {
            assertThat(refused.code()).isEqualTo("table.damaged");
        }
    }

    @Test
    void anyDamageIsReadOrRefusedButThrowsNothingElse() {
        byte[] whole = new Xlsx()
                .texts("编号", "名称", "大米")
                .styles("14")
                .sheet(
                        "Sheet1",
                        HEADER + "<row><c s=\"0\"><v>4</v></c><c t=\"s\"><v>2</v></c></row>"
                                + "<row><c><f t=\"shared\" ref=\"A1:B2\" si=\"0\">A1</f><v>2</v></c><c "
                                + "t=\"str\"><v>x</v></c></row>")
                .stored();

        SeededRandom.aThousandTimes(random -> {
            byte[] broken = whole.clone();
            for (int i = 0; i < 3; i++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            try {
                read(broken);
            } catch (UnreadableTable refused) {
                assertThat(refused.code()).startsWith("table.");
            }
        });
    }

    private TableFacts read(Xlsx file) {
        return read(file.bytes());
    }

    private TableFacts read(byte[] file) {
        return new TableReader(1 << 20, 1000)
                .read(
                        new ByteArrayInputStream(file),
                        GOODS,
                        row -> goods.add(new Good(
                                row.line(),
                                row.required("number", "test.number-missing"),
                                row.required("name", "test.name-missing"),
                                row.text("note"))));
    }

    private void assertRefused(Xlsx file, String code) {
        assertRefused(file.bytes(), code);
    }

    private void assertRefused(byte[] file, String code) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        UnreadableTable.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }
}
