package org.tianbo.store.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.tianbo.people.People;
import org.tianbo.people.PersonView;
import org.tianbo.store.Platform;
import org.tianbo.store.StoreRefused;
import org.tianbo.store.hosts.HostedSales;
import org.tianbo.store.income.IncomeStability;
import org.tianbo.store.opening.Dossier;
import org.tianbo.store.opening.DossierRepository;
import org.tianbo.store.opening.Store;

/**
 * Orders that two stores of the county have brought. The first one's count; the second one's are held until an officer
 * decides where the order belongs.
 */
@ApplicationScoped
public class HeldOrders {

    private static final Logger LOG = Logger.getLogger(HeldOrders.class);
    private static final int MOST_LISTED = 100;
    private static final int LONGEST_REASON = 1_000;

    private final HeldOrderRepository held;
    private final OrderLineRepository lines;
    private final DossierRepository dossiers;
    private final IncomeStability stability;
    private final HostedSales hosted;
    private final People people;
    private final Clock clock;

    HeldOrders(
            HeldOrderRepository held,
            OrderLineRepository lines,
            DossierRepository dossiers,
            IncomeStability stability,
            HostedSales hosted,
            People people,
            Clock clock) {
        this.held = held;
        this.lines = lines;
        this.dossiers = dossiers;
        this.stability = stability;
        this.hosted = hosted;
        this.people = people;
        this.clock = clock;
    }

    /** A store of the two, by whose it is. */
    record Claimant(UUID store, PersonView trainee) {}

    /**
     * An order to decide about.
     *
     * @param countsIn the store whose file was first
     * @param claimedBy the store whose lines are held
     * @param netFen of the lines held
     */
    public record Contested(
            Platform platform,
            String orderNo,
            Instant orderedAt,
            String products,
            long netFen,
            Claimant countsIn,
            Claimant claimedBy) {

        /** The name of its form on the page. */
        public String key() {
            return platform.slug() + orderNo;
        }
    }

    /** How many orders of the store wait, counted up to a hundred. */
    @Transactional
    public int waiting(UUID store) {
        return held.waiting(store, MOST_LISTED).size();
    }

    /** The oldest first, a hundred at most. Both stores are named: for those who decide only. */
    @Transactional
    public List<Contested> contested(UUID store) {
        List<HeldOrderRepository.Claim> claims = held.waiting(store, MOST_LISTED);
        Map<UUID, Claimant> claimants = claimants(claims.stream()
                .flatMap(claim -> Stream.of(claim.countsIn(), claim.claimedBy()))
                .collect(Collectors.toSet()));
        return claims.stream()
                .map(claim -> new Contested(
                        claim.platform(),
                        claim.orderNo(),
                        claim.orderedAt(),
                        claim.products(),
                        claim.netFen(),
                        claimants.get(claim.countsIn()),
                        claimants.get(claim.claimedBy())))
                .toList();
    }

    /**
     * The order belongs to that store from now on.
     *
     * @param at the store on whose page it was decided
     */
    @Transactional
    public void decide(UUID at, Platform platform, String orderNo, UUID belongsTo, String reason, UUID by) {
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw StoreRefused.wrong("reason", why.isEmpty() ? "store.reason-missing" : "store.words-too-long");
        }
        lines.lockImports();
        List<HeldOrderRepository.Claim> claims = held.waiting(at, platform, orderNo);
        if (claims.isEmpty()) {
            throw StoreRefused.orderDecidedAlready();
        }
        HeldOrderRepository.Claim claim = claims.stream()
                .filter(each ->
                        each.countsIn().equals(belongsTo) || each.claimedBy().equals(belongsTo))
                .findFirst()
                .orElseThrow(() -> StoreRefused.wrong("store", "orders.store-not-chosen"));
        held.decide(claim, belongsTo, why, by, clock.instant());
        if (claim.claimedBy().equals(belongsTo)) {
            exchange(claim);
        }
        LOG.infof("An order of %s was decided to belong to store %s by %s", platform, belongsTo, by);
    }

    private void exchange(HeldOrderRepository.Claim claim) {
        List<UUID> stores =
                Stream.of(claim.countsIn(), claim.claimedBy()).sorted().toList();
        Map<UUID, Dossier> locked = stores.stream()
                .collect(Collectors.toMap(
                        store -> store, store -> dossiers.locked(store).orElseThrow(Store::unknown)));
        Map<UUID, Map<YearMonth, Long>> before =
                stores.stream().collect(Collectors.toMap(store -> store, stability::settled));
        held.exchange(claim, clock.instant());
        stores.forEach(hosted::recount);
        // In the order of the trainees, as everybody counts incomes.
        locked.values().stream()
                .sorted(Comparator.comparing(dossier -> dossier.trainee.toString()))
                .forEach(dossier -> stability.ordersChanged(dossier, before.get(dossier.id)));
    }

    private Map<UUID, Claimant> claimants(Set<UUID> stores) {
        if (stores.isEmpty()) {
            return Map.of();
        }
        List<Dossier> known = dossiers.withIds(stores);
        Map<UUID, PersonView> trainees = people
                .trainees(known.stream().map(store -> store.trainee).toList())
                .stream()
                .collect(Collectors.toMap(PersonView::id, trainee -> trainee));
        return known.stream()
                .collect(Collectors.toMap(
                        store -> store.id, store -> new Claimant(store.id, trainees.get(store.trainee))));
    }
}
