package org.tianbo.store.opening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Gate;
import org.tianbo.people.People;
import org.tianbo.people.TraineeView;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.error.Missing;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.Zones;
import org.tianbo.store.StoreClosed;
import org.tianbo.store.StoreOpened;
import org.tianbo.store.StoreRefused;
import org.tianbo.store.StoreState;
import org.tianbo.store.StoreStatus;
import org.tianbo.store.StoreStatuses;
import org.tianbo.store.photo.Photos;

/** A trainee's way to a store of their own: papers handed in, looked at, and the store seen open. */
@ApplicationScoped
public class Store implements StoreStatuses {

    /** The path every dossier takes so far. */
    public static final String OWN_PRODUCE = "own-produce";

    private static final Logger LOG = Logger.getLogger(Store.class);

    private final DossierRepository dossiers;
    private final Photos photos;
    private final Curriculum curriculum;
    private final People people;
    private final CurrentCounty county;
    private final Clock clock;
    private final Event<StoreOpened> opened;
    private final Event<StoreClosed> closed;

    Store(
            DossierRepository dossiers,
            Photos photos,
            Curriculum curriculum,
            People people,
            CurrentCounty county,
            Clock clock,
            Event<StoreOpened> opened,
            Event<StoreClosed> closed) {
        this.dossiers = dossiers;
        this.photos = photos;
        this.curriculum = curriculum;
        this.people = people;
        this.county = county;
        this.clock = clock;
        this.opened = opened;
        this.closed = closed;
    }

    @Override
    @Transactional
    public Optional<StoreStatus> statusOf(UUID trainee) {
        return dossiers.ofTrainee(trainee)
                .map(dossier -> status(dossier, standing(dossier), dossiers.turns(dossier.id)));
    }

    /** Every store of the county: those somebody has to look at first, then the oldest first. */
    @Transactional
    public List<StoreStatus> all() {
        Map<UUID, List<GateEvidence>> evidence = byStore(dossiers.allEvidence(), page -> page.store);
        Map<UUID, List<GateCheck>> checks = byStore(dossiers.allChecks(), page -> page.store);
        Map<UUID, List<Turn>> turns = byStore(dossiers.allTurns(), page -> page.store);
        return dossiers.oldestFirst().stream()
                .map(dossier -> status(
                        dossier,
                        standing(
                                dossier,
                                evidence.getOrDefault(dossier.id, List.of()),
                                checks.getOrDefault(dossier.id, List.of())),
                        turns.getOrDefault(dossier.id, List.of())))
                .sorted((one, other) -> Boolean.compare(needsTheCounty(other), needsTheCounty(one)))
                .toList();
    }

    @Transactional
    public StoreView store(UUID id) {
        return view(dossiers.findByIdOptional(id).orElseThrow(Store::unknown));
    }

    @Transactional
    public Optional<StoreView> storeOf(UUID trainee) {
        return dossiers.ofTrainee(trainee).map(this::view);
    }

    /** Opens the folder; beginning twice is the same as once. */
    @Transactional
    public UUID begin(UUID trainee) {
        people.oneAtATime(trainee);
        return dossiers.ofTrainee(trainee).orElseGet(() -> begun(trainee)).id;
    }

    /**
     * Adds what the trainee shows for a gate; a form sent twice adds it once. What was shown before stays in the
     * folder.
     */
    @Transactional
    public void handIn(UUID trainee, String rule, Handed handed) {
        Dossier dossier = dossiers.ofTrainee(trainee)
                .flatMap(found -> dossiers.locked(found.id))
                .orElseThrow(Store::unknown);
        GateStanding gate = standing(dossier).gate(rule);
        if (gate.state() == GateStanding.State.CONFIRMED) {
            throw StoreRefused.gateConfirmed();
        }
        handed.answers(gate.gate());
        photos.check(handed.photo(), dossier.id, trainee);
        if (gate.waitsWith(handed)) {
            return;
        }
        GateEvidence evidence = new GateEvidence();
        evidence.id = Ids.next();
        evidence.store = dossier.id;
        evidence.rule = rule;
        evidence.ruleVersion = gate.gate().version();
        evidence.answer = handed.answer();
        evidence.words = handed.words();
        evidence.link = handed.link();
        evidence.photo = handed.photo();
        evidence.givenBy = trainee;
        evidence.givenAt = clock.instant();
        dossiers.getEntityManager().persist(evidence);
    }

    /**
     * Adds a finding about what was handed in for a gate, or about what was seen on the spot; sent twice, it is added
     * once.
     */
    @Transactional
    public void check(UUID store, String rule, Finding finding, UUID by, Set<String> roles) {
        Dossier dossier = dossiers.locked(store).orElseThrow(Store::unknown);
        GateStanding gate = standing(dossier).gate(rule);
        if (!gate.mayBeCheckedBy(roles)) {
            throw StoreRefused.notForYouToCheck();
        }
        if (finding.isSaid(gate, by)) {
            return;
        }
        finding.check(gate);
        GateCheck check = new GateCheck();
        check.id = Ids.next();
        check.store = store;
        check.rule = rule;
        check.ruleVersion = gate.gate().version();
        check.evidence = finding.evidence().orElse(null);
        check.confirmed = finding.confirmed();
        check.note = finding.note();
        check.checkedBy = by;
        check.checkedAt = clock.instant();
        dossiers.getEntityManager().persist(check);
    }

    /** The store was seen open, all its gates being passed. */
    @Transactional
    public void open(UUID store, Seen seen, UUID by) {
        Dossier dossier = dossiers.locked(store).orElseThrow(Store::unknown);
        Standing standing = standing(dossier);
        if (Turn.state(dossiers.turns(store)) == StoreState.OPEN) {
            throw StoreRefused.openAlready();
        }
        if (!standing.complete()) {
            throw StoreRefused.gatesMissing(standing.missing());
        }
        seen.check(today());
        photos.check(seen.photo(), store, by);
        Instant at = turn(store, Turn.Kind.OPENED, seen, by);
        opened.fire(new StoreOpened(county.id(), dossier.trainee, store, at));
        LOG.infof("Store %s opened, seen by %s", store, by);
    }

    /** The store sells no more, for this reason. */
    @Transactional
    public void close(UUID store, String reason, UUID by) {
        Dossier dossier = dossiers.locked(store).orElseThrow(Store::unknown);
        if (Turn.state(dossiers.turns(store)) != StoreState.OPEN) {
            throw StoreRefused.notOpen();
        }
        if (reason == null || reason.isBlank()) {
            throw StoreRefused.wrong("reason", "store.reason-missing");
        }
        Instant at = turn(store, Turn.Kind.CLOSED, new Seen("", Optional.of(today()), reason, ""), by);
        closed.fire(new StoreClosed(county.id(), dossier.trainee, store, at));
        LOG.infof("Store %s closed by %s", store, by);
    }

    /** 404 for the store of somebody else, as for one that is not there. */
    public void mustBelongTo(UUID store, UUID trainee) {
        if (!store(store).trainee().id().equals(trainee)) {
            throw unknown();
        }
    }

    public static Missing unknown() {
        return new Missing("store.not-found");
    }

    private Dossier begun(UUID trainee) {
        Dossier dossier = Dossier.begun(people.trainee(trainee).id(), OWN_PRODUCE, clock.instant());
        dossiers.persist(dossier);
        return dossier;
    }

    private Instant turn(UUID store, Turn.Kind kind, Seen seen, UUID by) {
        Turn turn = new Turn();
        turn.id = Ids.next();
        turn.store = store;
        turn.kind = kind;
        turn.onDay = seen.day().orElseThrow();
        turn.link = seen.link();
        turn.note = seen.note();
        turn.photo = seen.photo();
        turn.turnedBy = by;
        turn.turnedAt = clock.instant();
        dossiers.getEntityManager().persist(turn);
        return turn.turnedAt;
    }

    private StoreView view(Dossier dossier) {
        List<Turn> turns = dossiers.turns(dossier.id);
        Map<UUID, String> names = people
                .trainees(turns.stream().map(turn -> turn.turnedBy).toList())
                .stream()
                .collect(Collectors.toMap(TraineeView::id, TraineeView::name));
        List<StoreView.Step> history = turns.stream()
                .map(turn -> new StoreView.Step(
                        turn.kind == Turn.Kind.OPENED,
                        turn.onDay,
                        turn.link,
                        turn.note,
                        turn.photo,
                        names.get(turn.turnedBy),
                        turn.turnedAt))
                .toList();
        return new StoreView(
                dossier.id,
                people.trainee(dossier.trainee),
                dossier.path,
                Turn.state(turns),
                dossier.beganAt,
                standing(dossier),
                history);
    }

    private Standing standing(Dossier dossier) {
        return standing(dossier, dossiers.evidence(dossier.id), dossiers.checks(dossier.id));
    }

    private Standing standing(Dossier dossier, List<GateEvidence> evidence, List<GateCheck> checks) {
        List<Gate> gates = curriculum.gates(dossier.path);
        return Standing.of(
                gates,
                evidence.stream().map(GateEvidence::shown).toList(),
                checks.stream().map(GateCheck::checked).toList());
    }

    private static StoreStatus status(Dossier dossier, Standing standing, List<Turn> turns) {
        Optional<Turn> last = turns.stream().reduce((earlier, later) -> later);
        return new StoreStatus(
                dossier.id,
                dossier.trainee,
                Turn.state(turns),
                standing.gates().size(),
                standing.missing(),
                standing.waiting(),
                last.map(turn -> turn.turnedAt).orElse(dossier.beganAt),
                last.map(turn -> turn.link).orElse(""));
    }

    private static boolean needsTheCounty(StoreStatus status) {
        return status.waiting() > 0 || (status.state() == StoreState.PREPARING && status.missing() == 0);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Zones.SHANGHAI));
    }

    private static <T> Map<UUID, List<T>> byStore(List<T> pages, Function<T, UUID> store) {
        return pages.stream().collect(Collectors.groupingBy(store));
    }
}
