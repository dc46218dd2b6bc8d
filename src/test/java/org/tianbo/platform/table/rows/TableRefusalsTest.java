package org.tianbo.platform.table.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.table.UnreadableTable;
import org.tianbo.testsupport.SeededRandom;

/** Files that are refused as a whole, and arbitrary bytes. */
class TableRefusalsTest extends GoodsTables {

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
    void anEmptyFileIsRefused() {
        assertRefused(() -> read(""), "table.empty");
        assertRefused(() -> read("\uFEFF \r\n\n"), "table.empty");
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
}
