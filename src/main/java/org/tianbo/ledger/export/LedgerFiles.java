package org.tianbo.ledger.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.ledger.LedgerConfig;
import org.tianbo.ledger.LedgerRefused;
import org.tianbo.ledger.chain.ChainedEntry;
import org.tianbo.ledger.entry.Entries;
import org.tianbo.ledger.entry.EntryFilter;
import org.tianbo.ledger.entry.EntryView;
import org.tianbo.ledger.entry.EntryViews;
import org.tianbo.platform.data.Slices;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.privacy.PersonalLooks;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.table.TableWriter;
import org.tianbo.platform.table.UnsentFiles;

/**
 * The ledger as files. A file is written to disk before its first byte is sent: it is whole or there is none, and a
 * slow line holds up nobody.
 */
@ApplicationScoped
public class LedgerFiles {

    private static final Logger LOG = Logger.getLogger(LedgerFiles.class);
    private static final int AT_ONCE = 2_000;
    private static final int NOTED_AT_ONCE = 5_000;

    /** What a sheet of a workbook holds, the header aside, is a little more. */
    private static final int MOST = 1_000_000;

    private final Entries entries;
    private final EntryViews views;
    private final TakenAlong taken;
    private final PersonalLooks looks;
    private final CurrentCounty county;
    private final UnsentFiles files;

    LedgerFiles(
            Entries entries,
            EntryViews views,
            TakenAlong taken,
            PersonalLooks looks,
            CurrentCounty county,
            LedgerConfig config) {
        this.entries = entries;
        this.views = views;
        this.taken = taken;
        this.looks = looks;
        this.county = county;
        this.files = new UnsentFiles("ledger", config.exportsAtOnce());
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
     * @throws Refused while as many as may be are being written or sent, or where there are more than a sheet
     *     holds
     */
    public InputStream write(EntryFilter filter, Rows rows, TakenAlong.Export export) {
        return whole(export, (out, people) -> write(filter, rows, out, people));
    }

    /** How a file comes to be. */
    public interface Content {
        /**
         * @param people is given everybody who is in it
         * @return how many entries it holds
         */
        int write(OutputStream out, Set<UUID> people) throws IOException;
    }

    /**
     * A file with any content; who took it along is written down, and is seen by everybody who is in it.
     *
     * @return the file; it is gone when the stream is closed
     * @throws Refused while as many as may be are being written or sent
     */
    public InputStream whole(TakenAlong.Export export, Content content) {
        return files.whole(
                file -> {
                    Set<UUID> people = new HashSet<>();
                    int written;
                    try (OutputStream out = Files.newOutputStream(file)) {
                        written = content.write(out, people);
                    }
                    taken.record(export, written);
                    Slices.of(people, NOTED_AT_ONCE).forEach(some -> looks.note(PersonalLooks.What.LIST, some));
                    LOG.infof(
                            "%d entries of the ledger of %s were taken along by %s", written, county.id(), export.by());
                },
                LedgerRefused::busy);
    }

    private int write(EntryFilter filter, Rows rows, OutputStream out, Set<UUID> people) throws IOException {
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
                    if (entry.person() != null) {
                        people.add(entry.person());
                    }
                }
                last = page.get(page.size() - 1).seq();
                page = entries.after(filter, last, AT_ONCE);
            }
        }
        return written;
    }
}
