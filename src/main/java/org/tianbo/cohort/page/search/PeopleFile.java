package org.tianbo.cohort.page.search;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.tianbo.cohort.search.FoundPerson;
import org.tianbo.cohort.search.PeopleExports;
import org.tianbo.platform.table.TableWriter;
import org.tianbo.platform.table.csv.CsvTable;
import org.tianbo.platform.table.xlsx.XlsxWriter;

/** A list of people as a file: the columns that are shown, in the reader's language. */
record PeopleFile(PeopleExports.Format format, List<PeopleColumn> columns, PeopleWords words)
        implements PeopleExports.Rows {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv;charset=UTF-8";

    String type() {
        return format == PeopleExports.Format.XLSX ? XLSX : CSV;
    }

    @Override
    public TableWriter begin(OutputStream out) throws IOException {
        String[] header = Stream.concat(
                        Stream.of(words.own().name()),
                        columns.stream().map(column -> words.own().column(column)))
                .toArray(String[]::new);
        return format == PeopleExports.Format.XLSX
                ? new XlsxWriter(out, words.own().title(), header)
                : new CsvTable(out, header);
    }

    @Override
    public Object[] row(FoundPerson person) {
        return Stream.concat(Stream.of(person.name()), columns.stream().map(column -> column.cell(person, words)))
                .toArray();
    }
}
