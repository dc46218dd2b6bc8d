package org.tianbo.testsupport.http;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.tianbo.testsupport.Tokens;

/** The table of a page as people take it along, in both formats. */
public final class Downloads {

    private Downloads() {}

    /**
     * The rows without the header; that the workbook says the same as the CSV file is looked at.
     *
     * @param address with {@code {format}} where the file's ending stands
     */
    public static List<List<String>> rows(String login, String address) {
        List<List<String>> text = text(get(login, address.replace("{format}", "csv")));
        assertThat(workbook(get(login, address.replace("{format}", "xlsx"))))
                .as("the workbook of %s", address)
                .isEqualTo(text);
        return text.subList(1, text.size());
    }

    private static byte[] get(String login, String address) {
        return Tokens.as(login)
                .urlEncodingEnabled(false)
                .header("Accept-Language", "en")
                .accept("text/html, */*")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static List<List<String>> text(byte[] csv) {
        String text = new String(csv, StandardCharsets.UTF_8).replace("\uFEFF", "");
        return CsvReader.builder().ofCsvRecord(text).stream()
                .map(CsvRecord::getFields)
                .map(cells -> cells.stream().map(Downloads::plain).toList())
                .toList();
    }

    private static List<List<String>> workbook(byte[] xlsx) {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            List<Row> rows = book.getFirstSheet().read();
            int columns = rows.get(0).getCellCount();
            List<List<String>> all = new ArrayList<>();
            for (Row row : rows) {
                all.add(IntStream.range(0, columns)
                        .mapToObj(column -> column < row.getCellCount() ? row.getCellText(column) : "")
                        .map(Downloads::plain)
                        .toList());
            }
            return all;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** 12.50 and 12.5 are the same figure. */
    private static String plain(String cell) {
        return cell.matches("-?\\d+(\\.\\d+)?")
                ? new BigDecimal(cell).stripTrailingZeros().toPlainString()
                : cell;
    }
}
