package org.tianbo.platform.table.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.error.FaultTexts;
import org.tianbo.platform.table.BrokenCell;
import org.tianbo.platform.table.CellFault;
import org.tianbo.platform.table.Columns;
import org.tianbo.platform.table.TextFormat;
import org.tianbo.platform.table.UnreadableTable;
import org.tianbo.testsupport.Faults;
import org.tianbo.testsupport.SeededRandom;

class TableReaderTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private static final Columns GOODS = Columns.none()
            .required("number", "编号", "订单号(主)")
            .required("name", "名称", "商品")
            .optional("note", "备注");

    private record Good(int line, String number, String name, String note) {}

    private final List<Good> goods = new ArrayList<>();

    private TableFacts facts;

    @Test
    void aPlainTableIsReadWithTheLineOfEveryRow() {
        read("编号,名称,备注\n1,大米,新\n2,鸡蛋,\n");

        assertThat(goods).containsExactly(new Good(2, "1", "大米", "新"), new Good(3, "2", "鸡蛋", ""));
        assertThat(facts.rows()).isEqualTo(2);
        assertThat(facts.headerLine()).isEqualTo(1);
        assertThat(facts.text().orElseThrow().delimiter()).isEqualTo(',');
        assertThat(facts.fields()).containsExactly("number", "name", "note");
    }

    @Test
    void utf8WithAndWithoutByteOrderMarkAndGb18030ReadTheSame() {
        String text = "\"编号\",名称\r\n1,籽油\r\n";
        read(text.getBytes(StandardCharsets.UTF_8));
        read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
        assertThat(facts.text().orElseThrow().charset()).isEqualTo(StandardCharsets.UTF_8);
        read(text.getBytes(GB18030));
        assertThat(facts.text().orElseThrow().charset()).isEqualTo(GB18030);
        read(("\uFEFF" + text).getBytes(GB18030));

        assertThat(goods).hasSize(4).containsOnly(new Good(2, "1", "籽油", ""));
    }

    @Test
    void aRareCharacterOfFourBytesSurvivesGb18030() {
        read("编号,名称\n1,𠮷家米\n".getBytes(GB18030));

        assertThat(goods).extracting(Good::name).containsExactly("𠮷家米");
    }

    @Test
    void bytesThatAreNeitherEncodingAreRefusedWithTheirLine() {
        byte[] cut = "编号,名称\n1,大米\n2,鸡".getBytes(GB18030);
        byte[] file = Arrays.copyOf(cut, cut.length - 1);

        assertRefused(() -> read(file), "table.undecodable", 3);
    }

    @Test
    void aByteOrderMarkOfUtf8ForbidsReadingTheRestAsGb18030() {
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        mixed.writeBytes("\uFEFF编号,名称\n1,".getBytes(StandardCharsets.UTF_8));
        mixed.writeBytes("大米\n".getBytes(GB18030));

        assertRefused(() -> read(mixed.toByteArray()), "table.undecodable", 2);
    }

    @Test
    void tabsPartCellsAsWellAsCommas() {
        read("编号\t名称\n1\t米,5kg\n");

        assertThat(goods).containsExactly(new Good(2, "1", "米,5kg", ""));
        assertThat(facts.text().orElseThrow().delimiter()).isEqualTo('\t');
    }

    @Test
    void columnsMayHaveAnyOrderAnyOfTheirNamesAndAnyWidth() {
        read(" *商 品 ,无关,订单号（主）\n大米,x,１２\n");

        assertThat(goods).containsExactly(new Good(2, "12", "大米", ""));
    }

    @Test
    void ofTwoColumnsForOneFieldTheNameRankedFirstIsRead() {
        read("商品,名称,编号\n旧,新,1\n");

        assertThat(goods).extracting(Good::name).containsExactly("新");
    }

    @Test
    void linesBeforeAndAfterTheTableAreNoRows() {
        read("导出时间：\"2026-10-08\n\n店铺,田播\n编号,名称\n1,大米\n合计,,\n以上数据仅供参考\n");

        assertThat(goods).containsExactly(new Good(5, "1", "大米", ""));
        assertThat(facts.rows()).isEqualTo(1);
        assertThat(facts.footnotes()).containsExactly(6, 7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "合计",
                "本页合计",
                "总计：",
                "总金额",
                "总人数",
                "共2条",
                "共计：2 笔",
                "Total",
                "TOTAL:",
                "Grand total",
                "制表：张三",
                "填表人：张三",
                "审核人:李四"
            })
    void aLastLineOfTotalsOrSignaturesIsNoRow(String first) {
        read("编号,名称,说明\n1,大米,\n" + first + ",,118.00\n");

        assertThat(facts.rows()).isEqualTo(1);
        assertThat(facts.rejected()).isEmpty();
        assertThat(facts.footnotes()).containsExactly(3);
    }

    @Test
    void aNameThatBeginsLikeATotalIsARow() {
        read("编号,名称\nTotality,大米\n共田1号,鸡蛋\n");

        assertThat(goods).hasSize(2);
    }

    @Test
    void whatLooksLikeAFootnoteInTheMiddleIsStillARow() {
        read("编号,名称\n1,大米\n合计\n2,鸡蛋\n");

        assertThat(facts.rows()).isEqualTo(3);
        assertThat(Faults.of(facts.rejected())).containsExactly("3 name test.name-missing");
        assertThat(facts.footnotes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "编号,名称\n1,大米\n69408118",
                "编号,名称\n1,大米\n69408118\n",
                "编号,名称\n1,大米\n2,\"鸡",
                "编号,名称\n1,大米\n2,\"鸡\n",
                "编号,名称,备注\n1,大米,新\n2,鸡蛋",
                "名称,编号\n大米,1\n鸡"
            })
    void aFileThatEndsInTheMiddleOfARowIsRefusedWhole(String text) {
        assertRefused(() -> read(text), "table.cut-off", 3);
    }

    @Test
    void aMissingLineEndAloneIsNoCut() {
        read("编号,名称\n1,大米\n2,鸡蛋");

        assertThat(goods).hasSize(2);
    }

    @Test
    void whereAllRowsLeaveOutTheirEmptyEndTheLastIsNotCutOff() {
        read("编号,名称,备注\n1,大米\n2,鸡蛋\n");

        assertThat(goods).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE, FFFE", "UTF-16BE, FEFF"})
    void utf16IsReadByItsByteOrderMark(String charset, String byteOrderMark) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(HexFormat.of().parseHex(byteOrderMark));
        file.writeBytes("编号\t名称\r\n1\t大米\r\n".getBytes(Charset.forName(charset)));

        read(file.toByteArray());

        assertThat(goods).containsExactly(new Good(2, "1", "大米", ""));
        assertThat(facts.text()).contains(new TextFormat(Charset.forName(charset), '\t'));
    }

    @Test
    void semicolonsPartCellsToo() {
        read("编号;名称\n1;米,5kg\n");

        assertThat(goods).containsExactly(new Good(2, "1", "米,5kg", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"测试甲", "大米"})
    void aForeignCellInAUtf8FileIsNamedByItsLine(String foreign) {
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        mixed.writeBytes("编号,名称\n1,大米\n2,".getBytes(StandardCharsets.UTF_8));
        mixed.writeBytes((foreign + "\n").getBytes(GB18030));

        assertRefused(() -> read(mixed.toByteArray()), "table.undecodable", 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"编号（必填）,名称（必填）", "*编号,※名称", "编号(必填),名称【选填】", "编号：,名称:", "编号（件）,名称 （元）", "＊编号＊,名　称"})
    void remarksAroundAHeadersNameAreNoPartOfIt(String header) {
        read(header + "\n1,大米\n");

        assertThat(goods).containsExactly(new Good(2, "1", "大米", ""));
    }

    @Test
    void aColumnNamedTwiceIsRefused() {
        assertRefused(() -> read("编号,名称,备注,名称\n1,大米,,米\n"), "table.column-twice", 1, "名称", "B", "D");
    }

    @Test
    void aColumnNamedTwiceThatNobodyReadsDoesNotMatter() {
        read("编号,名称,价,价\n1,大米,2,3\n");

        assertThat(goods).hasSize(1);
    }

    @Test
    void aFaultNamesWhatTheCellHeld() {
        facts = new TableReader(1 << 20, 10)
                .read(new ByteArrayInputStream("编号,名称\n1,大米\n".getBytes(StandardCharsets.UTF_8)), GOODS, row -> {
                    row.check(() -> {
                        throw new BrokenCell("number", "test.one");
                    });
                    row.check(() -> {
                        throw new BrokenCell("name", "test.other");
                    });
                    row.refuseIfBroken();
                });

        assertThat(facts.rejected())
                .containsExactly(new RejectedRow(
                        2,
                        List.of(new CellFault("number", "test.one", "1"), new CellFault("name", "test.other", "大米"))));
        assertThat(facts.rejected().toString()).doesNotContain("大米");
    }

    @Test
    void cellsLoseWhatSpreadsheetsWrapAroundThem() {
        read("编号,名称\n\"=\"\"0042\"\"\",\u3000 大米\u00A0\n=\"7\",\uFEFF油\n\t8\t,米\n'9,面\n");

        assertThat(goods)
                .extracting(Good::number, Good::name)
                .containsExactly(tuple("0042", "大米"), tuple("7", "油"), tuple("8", "米"), tuple("9", "面"));
    }

    @Test
    void aCellMayHoldLineBreaksAndTheNextRowKeepsItsLine() {
        read("编号,名称,备注\n1,大米,\"上门\n自提\"\n\n,,\n2,油,\n");

        assertThat(goods).containsExactly(new Good(2, "1", "大米", "上门\n自提"), new Good(6, "2", "油", ""));
        assertThat(facts.rows()).isEqualTo(2);
    }

    @Test
    void aForgottenQuoteCostsItsOwnRowOnly() {
        read("编号,名称\n1,\"大米\n2,鸡蛋\n3,\"油\"\n4,\"12\" 寸锅\n5,面\n");

        assertThat(goods).extracting(Good::line).containsExactly(3, 4, 6);
        assertThat(Faults.of(facts.rejected())).containsExactly("2 row table.row-quotes", "5 row table.row-quotes");
    }

    @Test
    void aQuoteInsideACellIsJustAQuote() {
        read("编号,名称\n1,12\"锅\n2,14\"锅\n");

        assertThat(goods).extracting(Good::name).containsExactly("12\"锅", "14\"锅");
    }

    @Test
    void aRowWithMoreCellsThanTheHeaderIsBrokenUnlessTheyAreBlank() {
        read("编号,名称\n1,大米,5kg\n2,油,,\n");

        assertThat(goods).extracting(Good::line).containsExactly(3);
        assertThat(Faults.of(facts.rejected())).containsExactly("2 row table.row-too-wide");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertRefused(() -> read(""), "table.empty");
        assertRefused(() -> read("\uFEFF \r\n\n"), "table.empty");
    }

    @Test
    void aTableWithAHeaderAndNoRowsIsEmptyButATable() {
        read("编号,名称\n");

        assertThat(facts.rows()).isZero();
    }

    @Test
    void aFileWithoutTheHeaderIsRefusedNamingWhatWasLookedFor() {
        assertRefused(() -> read("1,大米\n2,油\n"), "table.no-header", "编号、名称");
    }

    @Test
    void aHeaderThatLacksAColumnIsRefusedNamingIt() {
        assertRefused(() -> read("标题\n编号,备注\n1,新\n"), "table.columns-missing", 2, "名称");
    }

    @Test
    void whatCannotBeReadIsRefusedWithAdvice() throws IOException {
        ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(xlsx)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
        }
        assertRefused(() -> read(xlsx.toByteArray()), "table.archive");
        assertRefused(() -> read(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}), "table.old-spreadsheet");
        assertRefused(() -> read("<html><table><tr><td>编号</td></tr></table></html>"), "table.old-spreadsheet");
        ByteArrayOutputStream locked = new ByteArrayOutputStream();
        locked.writeBytes(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
        locked.writeBytes("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE));
        assertRefused(() -> read(locked.toByteArray()), "table.encrypted");
    }

    @Test
    void aPictureIsRefused() {
        assertRefused(
                () -> read(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}), "table.not-text");
    }

    @Test
    void aFileOverTheCapsIsRefused() {
        TableReader small = new TableReader(64, 2);
        assertRefused(() -> read(small, "编号,名称\n1,米\n2,油\n3,面\n".getBytes(GB18030)), "table.too-many-rows", 2);
        assertRefused(() -> read(small, new byte[65]), "table.too-large", 0);
    }

    @Test
    void randomBytesAreReadOrRefusedButNeverThrowAnythingElse() {
        SeededRandom.aThousandTimes(random -> readOrRefuse(SeededRandom.bytes(random, 400)));
    }

    @Test
    void randomBytesUnderAHeaderAreReadOrRefusedButNeverThrowAnythingElse() {
        SeededRandom.aThousandTimes(random -> {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            file.writeBytes("编号,名称\n".getBytes(GB18030));
            file.writeBytes(SeededRandom.bytes(random, 400));

            readOrRefuse(file.toByteArray());
        });
    }

    @Test
    void anyTextUnderAHeaderAccountsForEveryRow() {
        SeededRandom.aThousandTimes(random -> {
            StringBuilder text = new StringBuilder("编号,名称\n");
            TextPart[] parts = TextPart.values();
            random.ints(random.nextInt(60), 0, parts.length).forEach(part -> text.append(parts[part].text));

            goods.clear();
            try {
                read(text.toString());
                assertThat(facts.rows())
                        .isEqualTo(goods.size() + facts.rejected().size());
            } catch (UnreadableTable cut) {
                assertThat(cut.code()).isEqualTo("table.cut-off");
            }
        });
    }

    /** What a torn file is made of. */
    enum TextPart {
        QUOTE("\""),
        COMMA(","),
        TAB("\t"),
        LINE_END("\r\n"),
        WORD("大米"),
        NUMBER("12"),
        WRAPPED("=\"3\""),
        TOTAL("合计");

        private final String text;

        TextPart(String text) {
            this.text = text;
        }
    }

    private void readOrRefuse(byte[] bytes) {
        try {
            read(bytes);
        } catch (Fault refused) {
            assertThat(refused.code()).startsWith("table.");
        }
    }

    private void read(String text) {
        read(text.getBytes(StandardCharsets.UTF_8));
    }

    private void read(byte[] bytes) {
        read(new TableReader(1 << 20, 1000), bytes);
    }

    private void read(TableReader reader, byte[] bytes) {
        facts = reader.read(
                new ByteArrayInputStream(bytes),
                GOODS,
                row -> goods.add(new Good(
                        row.line(),
                        row.required("number", "test.number-missing"),
                        row.required("name", "test.name-missing"),
                        row.text("note"))));
    }

    private static void assertRefused(ThrowingCallable reading, String code, Object... arguments) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(UnreadableTable.class, fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.arguments()).containsExactly(arguments);
            assertThat(FaultTexts.of(code, Locale.SIMPLIFIED_CHINESE)).isNotEqualTo(code);
            assertThat(FaultTexts.of(code, Locale.ENGLISH)).isNotEqualTo(code);
        });
    }
}
