package org.tianbo.platform.table.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tianbo.platform.table.TableWriter;

/** As {@link CsvSheet}, for tables too long for memory. */
public final class CsvTable implements TableWriter {

    private final CsvWriter writer;

    public CsvTable(OutputStream out, String... header) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write(CsvSheet.BYTE_ORDER_MARK);
        writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        writer.writeRecord(header);
    }

    @Override
    public void row(Object... cells) {
        writer.writeRecord(Arrays.stream(cells).map(CsvSheet::harmless).toArray(String[]::new));
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
