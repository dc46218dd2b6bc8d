package org.tianbo.platform.table.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class XlsxWriterTest {

    @Test
    void textsStayTextsNumbersNumbersAndDaysDays() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (XlsxWriter writer = new XlsxWriter(file, "学员", "姓名", "几天", "哪天")) {
            writer.row("=1+1", 3L, LocalDate.of(2026, 6, 18));
            for (int number = 0; number < 2_000; number++) {
                writer.row("张" + number, number, "");
            }
        }

        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(2_002);
            assertThat(rows.get(0).getCellText(0)).isEqualTo("姓名");
            assertThat(rows.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(1).getCellText(0)).isEqualTo("=1+1");
            assertThat(rows.get(1).getCellAsNumber(1))
                    .hasValueSatisfying(days -> assertThat(days.intValue()).isEqualTo(3));
            assertThat(rows.get(1).getCellAsDate(2))
                    .hasValueSatisfying(day -> assertThat(day.toLocalDate()).isEqualTo(LocalDate.of(2026, 6, 18)));
        }
    }
}
