package org.tianbo.store;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.tianbo.people.People;
import org.tianbo.people.TraineeView;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.table.TableReader;
import org.tianbo.platform.time.Zones;

/** What stores sell, as the platforms' own files tell. */
@ApplicationScoped
public class Orders {

    static final int MOST_BYTES = 16 << 20;

    private static final Logger LOG = Logger.getLogger(Orders.class);
    private static final int IMPORTS_SHOWN = 20;

    private final DossierRepository dossiers;
    private final OrderLineRepository lines;
    private final OrderImportRepository imports;
    private final People people;
    private final StoreConfig config;
    private final Steadiness steadiness;
    private final CurrentCounty county;
    private final Clock clock;
    private final Event<FirstOrder> firstOrder;
    private final Event<OrdersImported> imported;

    Orders(
            DossierRepository dossiers,
            OrderLineRepository lines,
            OrderImportRepository imports,
            People people,
            StoreConfig config,
            Steadiness steadiness,
            CurrentCounty county,
            Clock clock,
            Event<FirstOrder> firstOrder,
            Event<OrdersImported> imported) {
        this.dossiers = dossiers;
        this.lines = lines;
        this.imports = imports;
        this.people = people;
        this.config = config;
        this.steadiness = steadiness;
        this.county = county;
        this.clock = clock;
        this.firstOrder = firstOrder;
        this.imported = imported;
    }

    /** A file somebody brought, and who. */
    record Brought(UUID store, Platform platform, InputStream file, UUID by) {}

    /**
     * Takes a platform's file in; the same file again changes nothing. A dry run tells what would come of it and keeps
     * nothing.
     *
     * @throws org.tianbo.platform.table.UnreadableTable when it is no order file of that platform
     */
    ImportReport take(Brought brought, boolean dryRun) {
        QuarkusTransaction.joiningExisting().run(() -> mustExist(brought.store()));
        MessageDigest digest = sha256();
        CountedStream counted = new CountedStream(new DigestInputStream(brought.file(), digest));
        OrderFile file = new OrderReader(
                        new TableReader(MOST_BYTES, config.maxRows()),
                        brought.platform(),
                        BuyerHash.of(config.hashKey(), county.id()))
                .read(counted);
        String hex = HexFormat.of().formatHex(digest.digest());
        return QuarkusTransaction.joiningExisting()
                .call(() ->
                        dryRun ? report(true, file, beside(brought, file)) : keep(brought, file, hex, counted.count()));
    }

    /** By month of China's time, from the first to the last, both counted in. */
    @Transactional
    public Months months(UUID store, YearMonth from, YearMonth to) {
        mustExist(store);
        return Months.of(lines.between(store, beginning(from), beginning(to.plusMonths(1))));
    }

    /** The latest first. */
    @Transactional
    List<ImportView> imports(UUID store) {
        List<OrderImport> latest = imports.latestOf(store, IMPORTS_SHOWN);
        Map<UUID, String> names = people
                .trainees(latest.stream().map(each -> each.importedBy).toList())
                .stream()
                .collect(Collectors.toMap(TraineeView::id, TraineeView::name));
        return latest.stream()
                .map(each -> new ImportView(
                        each.platform,
                        each.importedAt,
                        names.get(each.importedBy),
                        each.rows,
                        each.added,
                        each.changed,
                        each.rejected,
                        each.digest))
                .toList();
    }

    private ImportReport keep(Brought brought, OrderFile file, String digest, long bytes) {
        Dossier dossier = dossiers.locked(brought.store()).orElseThrow(Store::unknown);
        Sorted sorted = beside(brought, file);
        ImportReport report = report(false, file, sorted);
        OrderImport kept = kept(brought, report, digest, bytes);
        imports.persistAndFlush(kept);
        Map<YearMonth, Long> settledBefore = steadiness.settled(dossier.id);
        lines.put(dossier.id, kept.id, sorted.toWrite());
        lines.firstKept(dossier.id)
                .filter(line -> lines.noteFirst(dossier.id, kept.id, line))
                .ifPresent(line ->
                        firstOrder.fire(new FirstOrder(county.id(), dossier.trainee, dossier.id, line.orderedAt())));
        sorted.toWrite().stream()
                .filter(OrderLine::paid)
                .map(OrderLine::orderedAt)
                .max(Instant::compareTo)
                .ifPresent(
                        latest -> imported.fire(new OrdersImported(county.id(), dossier.trainee, dossier.id, latest)));
        steadiness.heard(dossier, settledBefore);
        LOG.infof(
                "Orders of store %s from %s: %d new, %d changed, %d rejected",
                dossier.id,
                brought.platform(),
                report.added(),
                report.changed(),
                report.rejected().size());
        return report;
    }

    private Sorted beside(Brought brought, OrderFile file) {
        return Sorted.beside(lines.known(brought.store(), brought.platform(), file.lines()), file.lines());
    }

    private static ImportReport report(boolean dryRun, OrderFile file, Sorted sorted) {
        return new ImportReport(
                dryRun,
                file.report().rows(),
                sorted.added().size(),
                sorted.changed().size(),
                sorted.unchanged(),
                file.report().merged(),
                file.report().rejected());
    }

    private OrderImport kept(Brought brought, ImportReport report, String digest, long bytes) {
        OrderImport kept = new OrderImport();
        kept.id = Ids.next();
        kept.store = brought.store();
        kept.platform = brought.platform();
        kept.digest = digest;
        kept.bytes = bytes;
        kept.rows = report.rows();
        kept.merged = report.merged();
        kept.added = report.added();
        kept.changed = report.changed();
        kept.unchanged = report.unchanged();
        kept.rejected = report.rejected().size();
        kept.importedBy = brought.by();
        kept.importedAt = clock.instant();
        return kept;
    }

    private void mustExist(UUID store) {
        dossiers.findByIdOptional(store).orElseThrow(Store::unknown);
    }

    private static Instant beginning(YearMonth month) {
        return month.atDay(1).atStartOfDay(Zones.SHANGHAI).toInstant();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
