package org.tianbo.ledger.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.tianbo.ledger.LedgerConfig;
import org.tianbo.ledger.LedgerRefused;
import org.tianbo.ledger.chain.ChainedEntry;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.table.TableWriter;
import org.tianbo.platform.table.UnsentFile;

/**
 * The ledger as files. A file is written to disk before its first byte is sent: it is whole or there is none, and a
 * slow line holds up nobody.
 */
@ApplicationScoped
public class LedgerFiles {

    private static final Logger LOG = Logger.getLogger(LedgerFiles.class);
    private static final int AT_ONCE = 2_000;

    /** What a sheet of a workbook holds, the header aside, is a little more. */
    private static final int MOST = 1_000_000;

    private final Entries entries;
    private final EntryViews views;
    private final TakenAlong taken;
    private final CurrentCounty county;
    private final Semaphore places;

    LedgerFiles(Entries entries, EntryViews views, TakenAlong taken, CurrentCounty county, LedgerConfig config) {
        this.entries = entries;
        this.views = views;
        this.taken = taken;
        this.county = county;
        this.places = new Semaphore(config.exportsAtOnce());
    }

    /** How entries become rows of a file. */
    public interface Rows {
        TableWriter begin(OutputStream out) throws IOException;

        Object[] row(EntryView entry);
    }

    /**
     * All entries that fit, in their order.
     *
     * @return the file; it is gone when the stream is closed
     * @throws LedgerRefused while as many as may be are being written, or where there are more than a sheet holds
     */
    public InputStream write(EntryFilter filter, Rows rows, TakenAlong.Export export) {
        return whole(export, out -> write(filter, rows, out));
    }

    /** How a file comes to be. */
    public interface Content {
        /** @return how many entries it holds */
        int write(OutputStream out) throws IOException;
    }

    /**
     * A file with any content; who took it along is written down.
     *
     * @return the file; it is gone when the stream is closed
     * @throws LedgerRefused while as many as may be are being written
     */
    public InputStream whole(TakenAlong.Export export, Content content) {
        if (!places.tryAcquire()) {
            throw LedgerRefused.busy();
        }
        try {
            Path file = UnsentFile.create("ledger");
            try {
                int written;
                try (OutputStream out = Files.newOutputStream(file)) {
                    written = content.write(out);
                }
                taken.record(export, written);
                LOG.infof("%d entries of the ledger of %s were taken along by %s", written, county.id(), export.by());
                return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
            } catch (IOException | RuntimeException failed) {
                Files.deleteIfExists(file);
                throw failed;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            places.release();
        }
    }

    private int write(EntryFilter filter, Rows rows, OutputStream out) throws IOException {
        int written = 0;
        try (TableWriter table = rows.begin(out)) {
            long last = 0;
            List<ChainedEntry> page = entries.after(filter, last, AT_ONCE);
            while (!page.isEmpty()) {
                written += page.size();
                if (written > MOST) {
                    throw LedgerRefused.tooLong();
                }
                for (EntryView entry : views.of(page)) {
                    table.row(rows.row(entry));
                }
                last = page.get(page.size() - 1).seq();
                page = entries.after(filter, last, AT_ONCE);
            }
        }
        return written;
    }
}
