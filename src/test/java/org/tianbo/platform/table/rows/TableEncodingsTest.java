package org.tianbo.platform.table.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.platform.table.TextFormat;

/** The encodings, delimiters and layouts in which tables are brought. */
class TableEncodingsTest extends GoodsTables {

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
}
