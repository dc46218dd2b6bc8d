package org.tianbo.store.income;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.KeysetPages;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.Zones;
import org.tianbo.settings.SettingChanged;
import org.tianbo.store.IncomeChanged;
import org.tianbo.store.IncomeStabilityView;
import org.tianbo.store.IncomeStreak;
import org.tianbo.store.SteadyIncome;
import org.tianbo.store.SteadyIncomeLost;
import org.tianbo.store.SteadyIncomeReached;
import org.tianbo.store.StoreConfig;
import org.tianbo.store.StoreSettings;
import org.tianbo.store.opening.Dossier;
import org.tianbo.store.opening.DossierRepository;

/**
 * Whether stores earn month after month. Evaluated after every file, whenever the county changes its threshold, and
 * once a month for everybody: a month without a file causes no event by itself.
 */
@ApplicationScoped
public class IncomeStability implements SteadyIncome {

    private static final Logger LOG = Logger.getLogger(IncomeStability.class);
    private static final int AT_ONCE = 500;

    private final IncomeStabilityRepository turns;
    private final DossierRepository dossiers;
    private final SettledIncome lines;
    private final SettledMonths months;
    private final StoreSettings settings;
    private final StoreConfig config;
    private final CurrentCounty county;
    private final Clock clock;
    private final Jobs jobs;
    private final Announcements announcements;

    IncomeStability(
            IncomeStabilityRepository turns,
            DossierRepository dossiers,
            SettledIncome lines,
            SettledMonths months,
            StoreSettings settings,
            StoreConfig config,
            CurrentCounty county,
            Clock clock,
            Jobs jobs,
            Announcements announcements) {
        this.turns = turns;
        this.dossiers = dossiers;
        this.lines = lines;
        this.months = months;
        this.settings = settings;
        this.config = config;
        this.county = county;
        this.clock = clock;
        this.jobs = jobs;
        this.announcements = announcements;
    }

    /** The events published to other features. */
    @ApplicationScoped
    static class Announcements {

        private final Event<IncomeConfirmed> confirmed;
        private final Event<IncomeChanged> changed;
        private final Event<SteadyIncomeReached> reached;
        private final Event<SteadyIncomeLost> lost;

        Announcements(
                Event<IncomeConfirmed> confirmed,
                Event<IncomeChanged> changed,
                Event<SteadyIncomeReached> reached,
                Event<SteadyIncomeLost> lost) {
            this.confirmed = confirmed;
            this.changed = changed;
            this.reached = reached;
            this.lost = lost;
        }

        void announce(IncomeConfirmed event) {
            confirmed.fire(event);
        }

        void announce(IncomeChanged event) {
            changed.fire(event);
        }

        void announce(SteadyIncomeReached event) {
            reached.fire(event);
        }

        void announce(SteadyIncomeLost event) {
            lost.fire(event);
        }
    }

    /** What the county asks of a month now, in fen. */
    public long threshold() {
        return settings.threshold();
    }

    /** Months that are not due yet go by the new threshold; every store is evaluated soon, in a job of its own. */
    void thresholdChanged(@Observes SettingChanged changed) {
        if (changed.key().equals(StoreSettings.KEY)) {
            jobs.enqueue(IncomeStabilityJob.NAME, changed.at().toString(), changed.county());
        }
    }

    @Override
    @Transactional
    public Optional<IncomeStabilityView> of(UUID trainee) {
        return dossiers.ofTrainee(trainee).map(dossier -> view(dossier.id));
    }

    @Transactional
    public IncomeStabilityView view(UUID store) {
        IncomeThresholds thresholds = thresholds();
        IncomeStreak streak = measure(settled(store), thresholds);
        return new IncomeStabilityView(thresholds.of(streak.through()), streak, turns.reachedMonths(store));
    }

    public Map<YearMonth, Long> settled(UUID store) {
        return lines.settledByMonth(store);
    }

    /**
     * A file has come, or an order was decided to be another store's: publishes which months are confirmed and whether
     * anything changed, and evaluates the store again. The caller holds its lock.
     */
    public void ordersChanged(Dossier dossier, Map<YearMonth, Long> before) {
        Map<YearMonth, Long> now = settled(dossier.id);
        if (!now.equals(before)) {
            months.note(dossier.id, now.keySet());
            announcements.announce(new IncomeChanged(county.id(), dossier.trainee, dossier.id, clock.instant()));
        }
        now.forEach((month, fen) -> {
            if (!fen.equals(before.get(month))) {
                announcements.announce(
                        new IncomeConfirmed(county.id(), dossier.trainee, dossier.id, month, fen, clock.instant()));
            }
        });
        evaluate(dossier, now);
        planNext();
    }

    /** Evaluates every store of this county, each in its own transaction. */
    void evaluateAll() {
        KeysetPages.forEachRow(after -> dossiers.idsAfter(after, AT_ONCE), store -> dossiers.locked(store)
                .ifPresent(locked -> evaluate(locked, settled(locked.id))));
    }

    /** The day on which last month has to count; planning it twice is the same as once. */
    void planNext() {
        LocalDate today = today();
        LocalDate due = today.withDayOfMonth(Math.min(config.monthDueDay(), today.lengthOfMonth()));
        LocalDate next = today.isBefore(due) ? due : due.plusMonths(1);
        jobs.enqueue(
                IncomeStabilityJob.NAME,
                YearMonth.from(next).toString(),
                county.id(),
                next.atStartOfDay(Zones.SHANGHAI).toInstant());
    }

    private void evaluate(Dossier dossier, Map<YearMonth, Long> settled) {
        IncomeThresholds thresholds = thresholds();
        IncomeStreak streak = measure(settled, thresholds);
        Set<Integer> reachedMonths = turns.reachedMonths(dossier.id);
        for (int span : IncomeStreak.SPANS) {
            if (streak.over(span) != reachedMonths.contains(span)) {
                turn(dossier, span, streak, thresholds.of(streak.through()));
            }
        }
    }

    private void turn(Dossier dossier, int span, IncomeStreak streak, long threshold) {
        Instant now = clock.instant();
        StabilityChange change = new StabilityChange();
        change.id = Ids.next();
        change.store = dossier.id;
        change.months = span;
        change.reached = streak.over(span);
        change.through = streak.through().toString();
        change.thresholdFen = threshold;
        change.turnedAt = now;
        turns.persistAndFlush(change);
        if (change.reached) {
            announcements.announce(new SteadyIncomeReached(
                    county.id(), dossier.trainee, dossier.id, span, streak.through(), ended(streak.through())));
        } else {
            announcements.announce(
                    new SteadyIncomeLost(county.id(), dossier.trainee, dossier.id, span, streak.through(), now));
        }
        LOG.infof(
                "Store %s: income over %d months %s, through %s",
                dossier.id, span, change.reached ? "steady" : "no more steady", change.through);
    }

    private IncomeThresholds thresholds() {
        return new IncomeThresholds(settings.thresholds(), settings.usualThreshold(), config.monthDueDay());
    }

    private IncomeStreak measure(Map<YearMonth, Long> settled, IncomeThresholds thresholds) {
        return IncomeStreak.of(settled, thresholds::of, today(), config.monthDueDay());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Zones.SHANGHAI));
    }

    private static Instant ended(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay(Zones.SHANGHAI).toInstant();
    }
}
