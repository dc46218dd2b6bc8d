package org.tianbo.ledger.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.tianbo.ledger.LedgerConfig;
import org.tianbo.ledger.LedgerRefused;
import org.tianbo.ledger.chain.Chain;
import org.tianbo.ledger.chain.ChainHead;
import org.tianbo.ledger.chain.ChainedEntry;
import org.tianbo.ledger.chain.Locking;
import org.tianbo.ledger.entry.Entries;
import org.tianbo.ledger.entry.EntryView;
import org.tianbo.ledger.entry.EntryViews;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.paper.PdfWriter;
import org.tianbo.platform.security.CurrentCounty;

/** Makes packs. A pack is laid out as a whole, so it holds a few thousand entries at most. */
@ApplicationScoped
public class Packs {

    private static final int AT_ONCE = 1_000;

    private final Entries entries;
    private final EntryViews views;
    private final Locking locking;
    private final Chain chain;
    private final LedgerFiles files;
    private final PdfWriter pdf;
    private final LedgerConfig config;
    private final CurrentCounty county;
    private final Clock clock;

    Packs(
            Entries entries,
            EntryViews views,
            Locking locking,
            Chain chain,
            LedgerFiles files,
            PdfWriter pdf,
            LedgerConfig config,
            CurrentCounty county,
            Clock clock) {
        this.entries = entries;
        this.views = views;
        this.locking = locking;
        this.chain = chain;
        this.files = files;
        this.pdf = pdf;
        this.config = config;
        this.county = county;
        this.clock = clock;
    }

    /**
     * The pack as a PDF.
     *
     * @param html lays a pack out as a page of XHTML
     * @return the file; it is gone when the stream is closed
     * @throws Refused for more entries than a pack holds, and while as many files as may be are being written
     */
    public InputStream write(PackPeriod period, Function<Pack, String> html, UUID by) {
        if (entries.count(period.filter()) > config.packEntries()) {
            throw LedgerRefused.packTooLong(config.packEntries());
        }
        String list = "?from=" + period.from() + "&to=" + period.to()
                + period.cohort().map(cohort -> "&cohort=" + cohort).orElse("");
        return files.whole(new TakenAlong.Export("PDF", list, by), (out, people) -> {
            Pack pack = pack(period);
            pdf.write(html.apply(pack), out);
            people.addAll(pack.people());
            return pack.size();
        });
    }

    private Pack pack(PackPeriod period) {
        ChainHead head = chain.head(county.id());
        Map<EntryKind, List<EntryView>> byKind = new TreeMap<>();
        long last = 0;
        List<ChainedEntry> page = entries.after(period.filter(), last, AT_ONCE);
        while (!page.isEmpty()) {
            views.of(page).stream().filter(entry -> entry.seq() <= head.seq()).forEach(entry -> byKind.computeIfAbsent(
                            entry.kind(), any -> new ArrayList<>())
                    .add(entry));
            last = page.get(page.size() - 1).seq();
            page = entries.after(period.filter(), last, AT_ONCE);
        }
        return new Pack(
                period.from(),
                period.to(),
                clock.instant(),
                head,
                byKind.entrySet().stream()
                        .map(kind -> new Pack.Section(kind.getKey(), kind.getValue()))
                        .toList(),
                locking.touching(period.from(), period.to()));
    }
}
