package org.tianbo.ledger.page;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tianbo.ledger.entry.EntryView;
import org.tianbo.ledger.export.LedgerFiles;
import org.tianbo.ledger.export.TakenAlong;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.table.TableWriter;
import org.tianbo.platform.table.csv.CsvTable;
import org.tianbo.platform.table.xlsx.XlsxWriter;
import org.tianbo.platform.time.DateTexts;

/**
 * Entries as a file in the ledger's own columns: those of one kind each in a column of its own, those of several kinds
 * in words.
 *
 * @param kind whose columns; empty for several kinds
 * @param words in the reader's language
 */
record LedgerFile(boolean xlsx, Optional<EntryKind> kind, LedgerMessages words) implements LedgerFiles.Rows {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Pattern NUMBER = Pattern.compile("-?[0-9,]{1,24}(\\.[0-9]{2})?");
    private static final String CSV = "text/csv;charset=UTF-8";

    String type() {
        return xlsx ? XLSX : CSV;
    }

    /** What is written down of taking it along. */
    TakenAlong.Export taken(LedgerQuery query, UUID by) {
        return new TakenAlong.Export(
                xlsx ? "XLSX" : "CSV", query.startingBefore("").query(), by);
    }

    String name() {
        return "ledger" + kind.map(one -> "-" + one.code()).orElse("") + (xlsx ? ".xlsx" : ".csv");
    }

    @Override
    public TableWriter begin(OutputStream out) throws IOException {
        List<String> header = new ArrayList<>(List.of(
                words.number(), words.day(), words.kindLabel(), words.classLabel(), words.person(), words.village()));
        kind.ifPresentOrElse(
                one -> one.fields().forEach(field -> header.add(words.field(field))), () -> header.add(words.says()));
        header.addAll(List.of(
                words.correctsNumber(),
                words.before(),
                words.why(),
                words.statedBy(),
                words.recordedAt(),
                words.recordedBy(),
                words.hash()));
        String[] cells = header.toArray(String[]::new);
        return xlsx ? new XlsxWriter(out, words.title(), cells) : new CsvTable(out, cells);
    }

    @Override
    public Object[] row(EntryView entry) {
        List<Object> cells = new ArrayList<>(Arrays.asList(
                entry.seq(), entry.day(), words.kind(entry.kind()), entry.className(), entry.name(), entry.village()));
        kind.ifPresentOrElse(
                one -> one.fields().forEach(field -> cells.add(cell(entry, field))),
                () -> cells.add(said(entry.values())));
        cells.addAll(Arrays.asList(
                Objects.requireNonNullElse(entry.amends(), ""),
                said(entry.before()),
                entry.reason(),
                entry.statedBy(),
                DateTexts.minute(entry.recordedAt()),
                entry.recordedBy(),
                entry.hash()));
        return cells.toArray();
    }

    private Object cell(EntryView entry, EntryField field) {
        String text = entry.text(field);
        if (text.isEmpty()) {
            return "";
        }
        return switch (field.type()) {
            case CODE -> words.code(text);
            case NUMBER, MONEY -> number(text);
            default -> text;
        };
    }

    /** A text where somebody changed the row. */
    private static Object number(String text) {
        return NUMBER.matcher(text).matches() ? new BigDecimal(text.replace(",", "")) : text;
    }

    private String said(List<EntryView.Value> values) {
        return values.stream()
                .map(value -> words.field(value.field()) + " "
                        + (value.isEmpty() ? words.empty() : value.isCode() ? words.code(value.text()) : value.text()))
                .collect(Collectors.joining("; "));
    }
}
