package org.tianbo.platform.table.xlsx;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.tianbo.platform.table.UnreadableTable;

/**
 * Looks through a workbook before it is opened: a zip file of some kilobytes can hold gigabytes. Every entry is read
 * once as a stream and counted; the file is refused at the first entry that is too large.
 */
final class WorkbookGuard {

    private static final int MOST_ENTRIES = 2_000;
    private static final int TIMES_THE_LARGEST_FILE = 16;
    private static final int TIMES_THE_FILE = 200;
    private static final int ALWAYS_ALLOWED = 4 << 20;

    /** The longest cell, each of its characters written as a number. */
    private static final int BYTES_WITHOUT_A_TAG = 10 * SheetCounts.MOST_CHARACTERS_IN_A_CELL;

    private static final int BEGINNING = 64;
    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private final SheetCounts counts = new SheetCounts();
    private final long mostBytes;
    private long bytes;

    private WorkbookGuard(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * @return what was counted
     * @throws UnreadableTable when the file is no workbook, damaged, under a password or too much to open
     */
    static SheetCounts check(byte[] file, int maxBytes) {
        long forItsSize = Math.max(ALWAYS_ALLOWED, (long) TIMES_THE_FILE * file.length);
        WorkbookGuard guard = new WorkbookGuard(Math.min(forItsSize, (long) TIMES_THE_LARGEST_FILE * maxBytes));
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.size() > MOST_ENTRIES) {
                throw UnreadableTable.swollen();
            }
            if (entries.stream().noneMatch(entry -> entry.getName().equalsIgnoreCase(CONTENT_TYPES))) {
                throw UnreadableTable.archive();
            }
            for (ZipArchiveEntry entry : entries) {
                guard.count(zip, entry);
            }
        } catch (IOException damaged) {
            throw UnreadableTable.damagedWorkbook();
        }
        guard.counts.refuseTextsMissing();
        return guard.counts;
    }

    private void count(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw UnreadableTable.encrypted();
        }
        try (InputStream content = new BufferedInputStream(new Bounded(zip.getInputStream(entry)))) {
            if (isXml(content)) {
                counts.add(content);
            }
        }
    }

    /** Pictures are never opened; whatever is opened begins like this. */
    private static boolean isXml(InputStream content) throws IOException {
        content.mark(BEGINNING);
        byte[] beginning = content.readNBytes(BEGINNING);
        content.reset();
        for (byte each : beginning) {
            boolean before = each <= ' ';
            if (!before) {
                return each == '<';
            }
        }
        return beginning.length == BEGINNING;
    }

    /** Counts the bytes of all entries together, and those between two tags. */
    private final class Bounded extends FilterInputStream {

        private int sinceTag;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            bytes += Math.max(read, 0);
            for (int i = offset; i < offset + read; i++) {
                sinceTag = buffer[i] == '<' ? 0 : sinceTag + 1;
                if (sinceTag > BYTES_WITHOUT_A_TAG) {
                    throw UnreadableTable.swollen();
                }
            }
            if (bytes > mostBytes) {
                throw UnreadableTable.swollen();
            }
            return read;
        }
    }
}
