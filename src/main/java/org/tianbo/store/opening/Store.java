package org.tianbo.store.opening;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
import org.jboss.logging.Logger;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Gate;
import org.tianbo.people.People;
import org.tianbo.people.StaffVillages;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.error.NotFound;
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
    private final StaffVillages villages;
    private final CurrentCounty county;
    private final Clock clock;
    private final Event<StoreOpened> opened;
    private final Event<StoreClosed> closed;

    Store(
            DossierRepository dossiers,
            Photos photos,
            Curriculum curriculum,
            People people,
            StaffVillages villages,
            CurrentCounty county,
            Clock clock,
            Event<StoreOpened> opened,
            Event<StoreClosed> closed) {
        this.dossiers = dossiers;
        this.photos = photos;
        this.curriculum = curriculum;
        this.people = people;
        this.villages = villages;
        this.county = county;
        this.clock = clock;
        this.opened = opened;
        this.closed = closed;
    }

    @Override
    public Optional<StoreStatus> statusOf(UUID trainee) {
        return dossiers.begun(trainee)
                ? QuarkusTransaction.joiningExisting().call(() -> begunStatus(trainee))
                : Optional.empty();
    }

    private Optional<StoreStatus> begunStatus(UUID trainee) {
        return dossiers.ofTrainee(trainee).map(dossier -> status(dossier, status(dossier), dossiers.turns(dossier.id)));
    }

    @Transactional
    public StoreView store(UUID id) {
        return view(seen(dossiers.findByIdOptional(id)));
    }

    @Transactional
    public Optional<StoreView> storeOf(UUID trainee) {
        return dossiers.ofTrainee(trainee).map(this::view);
    }

    /** Opens the folder; beginning twice is the same as once. */
    @Transactional
    public UUID begin(UUID trainee) {
        people.lock(trainee);
        return dossiers.ofTrainee(trainee).orElseGet(() -> begun(trainee)).id;
    }

    /**
     * Adds what the trainee shows for a gate; a form sent twice adds it once. What was shown before stays in the
     * folder. Once the store is open, what was confirmed of a lot of produce may be followed by a new lot's; what waits
     * to be looked at may not, for only the last one is ever looked at.
     */
    @Transactional
    public void handIn(UUID trainee, String rule, EvidenceForm form) {
        Dossier dossier = dossiers.ofTrainee(trainee)
                .flatMap(found -> dossiers.locked(found.id))
                .orElseThrow(Store::unknown);
        GateStatus gate = status(dossier).gate(rule);
        if (!gate.mayBeHandedIn() && !(gate.isOfProduce() && isOpen(dossier))) {
            throw StoreRefused.gateConfirmed();
        }
        form.answers(gate.gate());
        photos.check(form.photo(), dossier.id, trainee);
        if (gate.waitsWith(form)) {
            return;
        }
        if (gate.isWaitingLot() && isOpen(dossier)) {
            throw StoreRefused.lotWaits();
        }
        GateEvidence evidence = new GateEvidence();
        evidence.id = Ids.next();
        evidence.store = dossier.id;
        evidence.rule = rule;
        evidence.ruleVersion = gate.gate().version();
        evidence.answer = form.answer();
        evidence.text = form.text();
        evidence.link = form.link();
        evidence.photo = form.photo();
        evidence.givenBy = trainee;
        evidence.givenAt = clock.instant();
        dossiers.getEntityManager().persist(evidence);
    }

    /**
     * Adds a finding about what was handed in for a gate, or about what was seen on the spot; sent twice, it is added
     * once.
     */
    @Transactional
    public void check(UUID store, String rule, GateDecisionForm form, UUID by, Set<String> roles) {
        Dossier dossier = seen(dossiers.locked(store));
        GateStatus gate = status(dossier).gate(rule);
        if (!gate.mayBeCheckedBy(roles)) {
            throw StoreRefused.notForYouToCheck();
        }
        if (form.isStored(gate, by)) {
            return;
        }
        form.check(gate);
        GateCheck check = new GateCheck();
        check.id = Ids.next();
        check.store = store;
        check.rule = rule;
        check.ruleVersion = gate.gate().version();
        check.evidence = form.evidence().orElse(null);
        check.confirmed = form.confirmed();
        check.note = form.note();
        check.checkedBy = by;
        check.checkedAt = clock.instant();
        dossiers.getEntityManager().persist(check);
    }

    /** The store was seen open, all its gates being passed. */
    @Transactional
    public void open(UUID store, OpeningForm form, UUID by) {
        Dossier dossier = seen(dossiers.locked(store));
        DossierStatus status = status(dossier);
        if (isOpen(dossier)) {
            throw StoreRefused.openAlready();
        }
        if (!status.complete()) {
            throw StoreRefused.gatesMissing(status.missing());
        }
        form.check(today());
        photos.check(form.photo(), store, by);
        Instant at = turn(store, StoreStatusChange.Kind.OPENED, form, by);
        opened.fire(new StoreOpened(county.id(), dossier.trainee, store, at));
        LOG.infof("Store %s opened, seen by %s", store, by);
    }

    /** The store sells no more, for this reason. */
    @Transactional
    public void close(UUID store, String reason, UUID by) {
        Dossier dossier = seen(dossiers.locked(store));
        if (!isOpen(dossier)) {
            throw StoreRefused.notOpen();
        }
        if (reason == null || reason.isBlank()) {
            throw StoreRefused.wrong("reason", "store.reason-missing");
        }
        Instant at =
                turn(store, StoreStatusChange.Kind.CLOSED, new OpeningForm("", Optional.of(today()), reason, ""), by);
        closed.fire(new StoreClosed(county.id(), dossier.trainee, store, at));
        LOG.infof("Store %s closed by %s", store, by);
    }

    private boolean isOpen(Dossier dossier) {
        return StoreStatusChange.state(dossiers.turns(dossier.id)) == StoreState.OPEN;
    }

    /** 404 for the store of somebody else, as for one that is not there. */
    public void mustBelongTo(UUID store, UUID trainee) {
        if (!store(store).trainee().id().equals(trainee)) {
            throw unknown();
        }
    }

    /** For whoever sees some villages only, the stores of other villages are not there. */
    private Dossier seen(Optional<Dossier> dossier) {
        return dossier.filter(found -> villages.sees(found.trainee)).orElseThrow(Store::unknown);
    }

    public static NotFound unknown() {
        return new NotFound("store.not-found");
    }

    private Dossier begun(UUID trainee) {
        Dossier dossier = Dossier.begun(people.trainee(trainee).id(), OWN_PRODUCE, clock.instant());
        dossiers.persist(dossier);
        return dossier;
    }

    private Instant turn(UUID store, StoreStatusChange.Kind kind, OpeningForm form, UUID by) {
        StoreStatusChange change = new StoreStatusChange();
        change.id = Ids.next();
        change.store = store;
        change.kind = kind;
        change.onDay = form.day().orElseThrow();
        change.link = form.link();
        change.note = form.note();
        change.photo = form.photo();
        change.turnedBy = by;
        change.turnedAt = clock.instant();
        dossiers.getEntityManager().persist(change);
        return change.turnedAt;
    }

    private StoreView view(Dossier dossier) {
        List<StoreStatusChange> turns = dossiers.turns(dossier.id);
        Map<UUID, String> names =
                people.names(turns.stream().map(change -> change.turnedBy).toList());
        List<StoreView.Step> history = turns.stream()
                .map(change -> new StoreView.Step(
                        change.kind == StoreStatusChange.Kind.OPENED,
                        change.onDay,
                        change.link,
                        change.note,
                        change.photo,
                        names.get(change.turnedBy),
                        change.turnedAt))
                .toList();
        return new StoreView(
                dossier.id,
                people.trainee(dossier.trainee),
                dossier.path,
                StoreStatusChange.state(turns),
                dossier.beganAt,
                status(dossier),
                history);
    }

    private DossierStatus status(Dossier dossier) {
        return status(curriculum.gates(dossier.path), dossiers.evidence(dossier.id), dossiers.checks(dossier.id));
    }

    static DossierStatus status(List<Gate> gates, List<GateEvidence> evidence, List<GateCheck> checks) {
        return DossierStatus.of(
                gates,
                evidence.stream().map(GateEvidence::submitted).toList(),
                checks.stream().map(GateCheck::checked).toList());
    }

    static StoreStatus status(Dossier dossier, DossierStatus status, List<StoreStatusChange> turns) {
        Optional<StoreStatusChange> last = turns.stream().reduce((earlier, later) -> later);
        return new StoreStatus(
                dossier.id,
                dossier.trainee,
                StoreStatusChange.state(turns),
                status.gates().size(),
                status.missing(),
                status.waiting(),
                last.map(change -> change.turnedAt).orElse(dossier.beganAt),
                last.map(change -> change.link).orElse(""));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Zones.SHANGHAI));
    }
}
