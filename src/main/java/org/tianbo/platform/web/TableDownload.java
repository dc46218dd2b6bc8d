package org.tianbo.platform.web;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tianbo.platform.table.csv.CsvSheet;
import org.tianbo.platform.table.xlsx.XlsxWriter;

/**
 * The table of a page to take along: the same figures as CSV and as a workbook. For tables that fit on a page; longer
 * ones are written row by row.
 *
 * @param title of the workbook's sheet
 * @param rows texts and numbers, as {@link org.tianbo.platform.table.TableWriter#row} takes them
 */
public record TableDownload(String title, List<String> header, List<List<Object>> rows) {

    /** In the path of an endpoint: what the file's name ends with. */
    public static final String FORMAT = "{format:csv|xlsx}";

    public static final String CSV = "text/csv;charset=UTF-8";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int LONGEST_NAME = 31;

    /** A table to which rows are added. */
    public TableDownload(String title, List<String> header) {
        this(title, header, new ArrayList<>());
    }

    public void row(Object... cells) {
        rows.add(List.of(cells));
    }

    /**
     * The file.
     *
     * @param format {@code csv} or {@code xlsx}
     * @param name of the file without its ending, in plain letters
     */
    public Response as(String format, String name) {
        boolean workbook = format.equals("xlsx");
        return Response.ok(workbook ? workbook() : text(), workbook ? XLSX : CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + format + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The texts of a bundle in the reader's language, for files. */
    public static <T> T words(Class<T> bundle, Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage())
                ? MessageBundles.get(bundle, Localized.Literal.of(locale.getLanguage()))
                : MessageBundles.get(bundle);
    }

    private String text() {
        CsvSheet sheet = new CsvSheet(header.toArray(String[]::new));
        rows.forEach(row -> sheet.row(row.toArray()));
        return sheet.text();
    }

    /** Workbooks take no more letters, and not these. */
    private String sheetName() {
        String name = title.replaceAll("[\\\\/?*\\[\\]:]", " ").strip();
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private byte[] workbook() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XlsxWriter sheet = new XlsxWriter(bytes, sheetName(), header.toArray(String[]::new))) {
            for (List<Object> row : rows) {
                sheet.row(row.toArray());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
