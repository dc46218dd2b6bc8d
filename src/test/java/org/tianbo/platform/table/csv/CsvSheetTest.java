package org.tianbo.platform.table.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSheetTest {

    @Test
    void excelFindsTheByteOrderMarkAndItsOwnLineEnds() {
        assertThat(new CsvSheet("班级", "人数").row("春季班", 12).text()).isEqualTo("\uFEFF班级,人数\r\n春季班,12\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86", "-2", "@SUM(A1)", "\t=1", "＝1"})
    void aTextThatBeginsLikeAFormulaIsMadeHarmless(String text) {
        assertThat(new CsvSheet("a").row(text).text()).contains("'" + text);
    }

    @Test
    void aNumberOfOursStaysANumber() {
        assertThat(new CsvSheet("a").row(-3).text()).endsWith("\r\n-3\r\n");
    }
}
