package org.tianbo.platform.table.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.tianbo.platform.table.Records;

/**
 * Cuts a text into records, line by line. A CSV parser on the whole text would, after an unclosed quote, take every row
 * up to the next quote for one cell; here such a line is one broken record, and the next line begins a new one.
 */
final class TextRecords implements Records {

    /** A cell with more line breaks than this is taken for a forgotten quote. */
    private static final int LINES_IN_A_RECORD = 20;

    private static final int CHARACTERS_IN_A_RECORD = 200_000;

    private final BufferedReader text;
    private final CsvReader.CsvReaderBuilder csv;
    private final Deque<String> ahead = new ArrayDeque<>();
    private final boolean endsWithLineEnd;
    private int line;

    TextRecords(BufferedReader text, char delimiter, boolean endsWithLineEnd) {
        this.text = text;
        this.endsWithLineEnd = endsWithLineEnd;
        this.csv = CsvReader.builder().fieldSeparator(delimiter).allowUnclosedQuote(false);
    }

    @Override
    public Optional<Record> next() {
        while (look(1)) {
            String first = take();
            if (!first.isBlank()) {
                int begun = line;
                Optional<List<String>> cells = cells(first);
                return Optional.of(new Record(begun, cells, cells.isEmpty() && quoteIsOpen(first)));
            }
        }
        return Optional.empty();
    }

    @Override
    public Ending ending() {
        return look(1) || endsWithLineEnd ? Ending.LINE_ENDED : Ending.OPEN;
    }

    private Optional<List<String>> cells(String first) {
        Optional<List<String>> cells = parse(first);
        StringBuilder joined = new StringBuilder(first);
        int lines = 1;
        while (cells.isEmpty()
                && lines < LINES_IN_A_RECORD
                && joined.length() < CHARACTERS_IN_A_RECORD
                && quoteIsOpen(joined)
                && look(lines)) {
            joined.append('\n').append(ahead(lines));
            lines++;
            cells = parse(joined.toString());
        }
        if (cells.isPresent()) {
            for (int i = 1; i < lines; i++) {
                take();
            }
        }
        return cells;
    }

    private Optional<List<String>> parse(String record) {
        try {
            return Optional.of(csv.ofSingleCsvRecord(record).getFields());
        } catch (CsvParseException e) {
            return Optional.empty();
        }
    }

    private static boolean quoteIsOpen(CharSequence record) {
        return record.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private boolean look(int lines) {
        try {
            while (ahead.size() < lines) {
                String next = text.readLine();
                if (next == null) {
                    return false;
                }
                ahead.addLast(next);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String ahead(int number) {
        Iterator<String> lines = ahead.iterator();
        for (int i = 1; i < number; i++) {
            lines.next();
        }
        return lines.next();
    }

    private String take() {
        line++;
        return ahead.removeFirst();
    }
}
