package org.tianbo.interop.oneroster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tianbo.platform.table.TableWriter;
import org.tianbo.platform.table.csv.CsvTable;

/** A ZIP of tables, each written row by row. */
final class RosterZip implements AutoCloseable {

    private static final int BYTE_ORDER_MARK_BYTES = 3;

    private final ZipOutputStream zip;

    RosterZip(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** Fills a table. */
    interface Rows {
        void write(TableWriter table) throws IOException;
    }

    void table(OneRosterFile file, Rows rows) throws IOException {
        table(file.fileName(), file.columns(), rows);
    }

    void table(String fileName, List<String> columns, Rows rows) throws IOException {
        zip.putNextEntry(new ZipEntry(fileName));
        try (TableWriter table = new CsvTable(new Entry(), columns.toArray(String[]::new))) {
            rows.write(table);
        }
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /**
     * The entry at hand, without the byte order mark that {@link CsvTable} begins with: programs take it for a part of
     * the first column's name.
     */
    private final class Entry extends OutputStream {

        private int skipped;

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int skip = Math.min(BYTE_ORDER_MARK_BYTES - skipped, length);
            skipped += skip;
            zip.write(bytes, from + skip, length - skip);
        }
    }
}
