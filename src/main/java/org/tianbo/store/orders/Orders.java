package org.tianbo.store.orders;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Sha256;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.table.rows.RejectedRow;
import org.tianbo.platform.table.rows.RejectedRows;
import org.tianbo.platform.table.rows.TableReader;
import org.tianbo.platform.time.Zones;
import org.tianbo.store.FirstOrder;
import org.tianbo.store.OrdersImported;
import org.tianbo.store.Platform;
import org.tianbo.store.StoreConfig;
import org.tianbo.store.StoreRefused;
import org.tianbo.store.hosts.HostedSales;
import org.tianbo.store.income.IncomeStability;
import org.tianbo.store.income.MonthlyIncome;
import org.tianbo.store.opening.Dossier;
import org.tianbo.store.opening.DossierRepository;
import org.tianbo.store.opening.OpenDays;
import org.tianbo.store.opening.Store;
import org.tianbo.store.orderfile.BuyerHash;
import org.tianbo.store.orderfile.CountingInputStream;
import org.tianbo.store.orderfile.OrderFile;
import org.tianbo.store.orderfile.OrderLine;
import org.tianbo.store.orderfile.OrderReader;

/** What stores sell, according to the platforms' own files. */
@ApplicationScoped
public class Orders {

    public static final int MOST_BYTES = 16 << 20;

    private static final Logger LOG = Logger.getLogger(Orders.class);
    private static final int IMPORTS_LISTED = 20;

    private final DossierRepository dossiers;
    private final OrderLineRepository lines;
    private final HeldOrderRepository held;
    private final OrderImportRepository imports;
    private final People people;
    private final StoreConfig config;
    private final IncomeStability stability;
    private final HostedSales hosted;
    private final CurrentCounty county;
    private final Clock clock;
    private final Event<FirstOrder> firstOrder;
    private final Event<OrdersImported> imported;

    Orders(
            DossierRepository dossiers,
            OrderLineRepository lines,
            HeldOrderRepository held,
            OrderImportRepository imports,
            People people,
            StoreConfig config,
            IncomeStability stability,
            HostedSales hosted,
            CurrentCounty county,
            Clock clock,
            Event<FirstOrder> firstOrder,
            Event<OrdersImported> imported) {
        this.dossiers = dossiers;
        this.lines = lines;
        this.held = held;
        this.imports = imports;
        this.people = people;
        this.config = config;
        this.stability = stability;
        this.hosted = hosted;
        this.county = county;
        this.clock = clock;
        this.firstOrder = firstOrder;
        this.imported = imported;
    }

    /** An order file and who uploaded it. */
    public record OrderFileUpload(UUID store, Platform platform, InputStream file, UUID by) {}

    /**
     * Takes a platform's file in; the same file again changes nothing. A dry run tells what would come of it and keeps
     * nothing. Orders are taken of the days on which the store was open, and each counts once in the county.
     *
     * @throws org.tianbo.platform.table.UnreadableTable when it is no order file of that platform, or not the whole of
     *     it
     * @throws Refused when the store is not open
     */
    public ImportReport importFile(OrderFileUpload upload, boolean dryRun) {
        QuarkusTransaction.joiningExisting().run(() -> openDays(upload.store()));
        MessageDigest digest = Sha256.begin();
        CountingInputStream counted = new CountingInputStream(new DigestInputStream(upload.file(), digest));
        OrderFile file = new OrderReader(
                        tables(), upload.platform(), BuyerHash.of(config.hashKey(), county.id()), clock.instant())
                .read(counted);
        String hex = Sha256.hex(digest);
        return QuarkusTransaction.joiningExisting()
                .call(() ->
                        dryRun ? report(true, file, beside(upload, file)) : store(upload, file, hex, counted.count()));
    }

    /** The rows of the file that could not be taken, under its header and with the reason, for somebody to mend. */
    public String rejectedRows(OrderFileUpload upload, Locale locale) {
        byte[] file = whole(upload.file());
        ImportReport report = importFile(
                new OrderFileUpload(upload.store(), upload.platform(), new ByteArrayInputStream(file), upload.by()),
                true);
        return RejectedRows.sheet(tables(), file, OrderReader.columns(upload.platform()), report.rejected(), locale);
    }

    /** By month of China's time, from the first to the last, both counted in. */
    @Transactional
    public MonthlyIncome months(UUID store, YearMonth from, YearMonth to) {
        mustExist(store);
        return MonthlyIncome.of(lines.between(store, beginning(from), beginning(to.plusMonths(1))));
    }

    /** The latest first. */
    @Transactional
    public List<ImportView> imports(UUID store) {
        List<OrderImport> latest = imports.latestOf(store, IMPORTS_LISTED);
        Map<UUID, String> names =
                people.names(latest.stream().map(each -> each.importedBy).toList());
        return latest.stream()
                .map(each -> new ImportView(
                        each.platform,
                        each.importedAt,
                        names.get(each.importedBy),
                        each.rows,
                        each.added,
                        each.changed,
                        each.held,
                        each.rejected,
                        each.digest))
                .toList();
    }

    /** The months in which the store was open and of which no file tells, up to the last whole one. */
    @Transactional
    public List<YearMonth> monthsWithoutFile(UUID store) {
        YearMonth last = YearMonth.now(clock.withZone(Zones.SHANGHAI)).minusMonths(1);
        Set<YearMonth> reported = new HashSet<>();
        imports.spansOf(store).forEach(span -> {
            for (YearMonth month = span.first(); !month.isAfter(span.last()); month = month.plusMonths(1)) {
                reported.add(month);
            }
        });
        return OpenDays.of(dossiers.turns(store)).monthsUpTo(last).stream()
                .filter(month -> !reported.contains(month))
                .toList();
    }

    private ImportReport store(OrderFileUpload upload, OrderFile file, String digest, long bytes) {
        lines.lockImports();
        Dossier dossier = dossiers.locked(upload.store()).orElseThrow(Store::unknown);
        ImportDiff diff = beside(upload, file);
        ImportReport report = report(false, file, diff);
        OrderImport entity = entity(upload, report, digest, bytes);
        entity.span(file.lines());
        imports.persistAndFlush(entity);
        Map<YearMonth, Long> settledBefore = stability.settled(dossier.id);
        lines.put(dossier.id, entity.id, diff.toWrite());
        held.put(dossier.id, entity.id, diff.held());
        lines.firstCounted(dossier.id)
                .filter(line -> lines.noteFirst(dossier.id, entity.id, line))
                .ifPresent(line ->
                        firstOrder.fire(new FirstOrder(county.id(), dossier.trainee, dossier.id, line.orderedAt())));
        diff.toWrite().stream()
                .filter(OrderLine::paid)
                .map(OrderLine::orderedAt)
                .max(Instant::compareTo)
                .ifPresent(
                        latest -> imported.fire(new OrdersImported(county.id(), dossier.trainee, dossier.id, latest)));
        hosted.recount(dossier.id);
        stability.ordersChanged(dossier, settledBefore);
        LOG.infof(
                "Orders of store %s from %s: %d new, %d changed, %d held, %d rejected",
                dossier.id,
                upload.platform(),
                report.added(),
                report.changed(),
                report.held(),
                report.rejected().size());
        return report;
    }

    private ImportDiff beside(OrderFileUpload upload, OrderFile file) {
        Set<String> numbers =
                file.rows().stream().map(row -> row.order().orderNo()).collect(Collectors.toSet());
        return ImportDiff.of(
                upload.store(), openDays(upload.store()), lines.known(upload.platform(), numbers), file.rows());
    }

    static ImportReport report(boolean dryRun, OrderFile file, ImportDiff diff) {
        List<RejectedRow> rejected = Stream.concat(file.report().rejected().stream(), diff.refused().stream())
                .sorted(Comparator.comparingInt(RejectedRow::line))
                .toList();
        return new ImportReport(
                dryRun,
                file.report().rows(),
                diff.added().size(),
                diff.changed().size(),
                diff.unchanged(),
                file.report().merged(),
                diff.earlier(),
                diff.held().size(),
                rejected);
    }

    private OrderImport entity(OrderFileUpload upload, ImportReport report, String digest, long bytes) {
        OrderImport entity = new OrderImport();
        entity.id = Ids.next();
        entity.store = upload.store();
        entity.platform = upload.platform();
        entity.digest = digest;
        entity.bytes = bytes;
        entity.rows = report.rows();
        entity.merged = report.merged();
        entity.added = report.added();
        entity.changed = report.changed();
        entity.unchanged = report.unchanged();
        entity.rejected = report.rejected().size();
        entity.earlier = report.earlier();
        entity.held = report.held();
        entity.importedBy = upload.by();
        entity.importedAt = clock.instant();
        return entity;
    }

    private void mustExist(UUID store) {
        dossiers.findByIdOptional(store).orElseThrow(Store::unknown);
    }

    private OpenDays openDays(UUID store) {
        mustExist(store);
        OpenDays days = OpenDays.of(dossiers.turns(store));
        if (!days.openNow()) {
            throw StoreRefused.takesNoOrders();
        }
        return days;
    }

    private TableReader tables() {
        return new TableReader(MOST_BYTES, config.maxRows());
    }

    private static byte[] whole(InputStream file) {
        try {
            return file.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Instant beginning(YearMonth month) {
        return month.atDay(1).atStartOfDay(Zones.SHANGHAI).toInstant();
    }
}
