package org.tianbo.platform.table.rows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.tianbo.platform.table.FileKind;
import org.tianbo.platform.table.TableFile;
import org.tianbo.platform.table.UnreadableTable;
import org.tianbo.platform.table.csv.TextFile;
import org.tianbo.platform.table.xlsx.Workbook;

/** Opens a file as what its first bytes say it is. */
final class TableFiles {

    private TableFiles() {}

    /** @throws UnreadableTable when it is no table's file, damaged, or too large */
    static TableFile open(InputStream in, int maxBytes) {
        byte[] bytes;
        try {
            bytes = in.readNBytes(maxBytes + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (bytes.length > maxBytes) {
            throw UnreadableTable.tooLarge(maxBytes);
        }
        FileKind kind = FileKind.of(bytes);
        return kind == FileKind.ZIP ? Workbook.open(bytes, maxBytes) : TextFile.of(bytes, kind);
    }
}
