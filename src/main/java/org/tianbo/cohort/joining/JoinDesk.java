package org.tianbo.cohort.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.enrolment.CohortView;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.Consent;
import org.tianbo.people.PersonEdits;
import org.tianbo.people.PersonView;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CurrentCounty;

/** The county's side: open a class to those who come with its poster, see who asks, take them in or say why not. */
@ApplicationScoped
public class JoinDesk {

    private static final Logger LOG = Logger.getLogger(JoinDesk.class);
    private static final int LONGEST_REASON = 200;
    private static final int MOST_DAYS = 180;
    private static final int LAST_DECIDED = 20;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final DoorRepository doors;
    private final RequestRepository requests;
    private final JoinLinks links;
    private final Cohorts cohorts;
    private final Admission admission;
    private final PersonEdits people;
    private final CurrentCounty county;
    private final Clock clock;

    JoinDesk(
            DoorRepository doors,
            RequestRepository requests,
            JoinLinks links,
            Cohorts cohorts,
            Admission admission,
            PersonEdits people,
            CurrentCounty county,
            Clock clock) {
        this.doors = doors;
        this.requests = requests;
        this.links = links;
        this.cohorts = cohorts;
        this.admission = admission;
        this.people = people;
        this.county = county;
        this.clock = clock;
    }

    /** Where the poster leads, and until when. */
    public record Door(String path, Instant closesAt) {}

    /**
     * Somebody who asked.
     *
     * @param alike whom the county has of that phone, or of that name in that village
     */
    public record Request(
            UUID id, String name, String mobile, String village, Instant askedAt, List<PersonView> alike) {}

    /** One that was decided; {@code reason} is empty for those who were taken in. */
    public record Decided(UUID id, String name, Instant at, boolean taken, UUID person, String reason) {}

    /**
     * A class's door.
     *
     * @param door empty while the class is closed
     * @param waiting how many wait, on all pages
     */
    public record Sheet(
            CohortView cohort, Optional<Door> door, long waiting, List<Request> requests, List<Decided> decided) {}

    /**
     * @param after the last one of the page before
     * @return the sheet, and the key of its next page
     */
    @Transactional
    public Page<Sheet, UUID> sheet(UUID cohort, Optional<UUID> after, int size) {
        CohortView view = cohorts.cohort(cohort);
        Map<UUID, PersonEdits.VillageChoice> villages = people.villages().stream()
                .collect(Collectors.toMap(PersonEdits.VillageChoice::id, Function.identity()));
        Page<JoinRequest, UUID> page = Page.of(
                requests.waiting(cohort, villages.keySet(), after.orElse(BEFORE_ALL), size + 1), size, one -> one.id);
        Sheet sheet = new Sheet(
                view,
                doors.ofClass(cohort)
                        .filter(door -> door.isOpen(clock.instant()))
                        .map(door -> new Door(links.path(county.id(), door.id), door.closesAt)),
                requests.waiting(cohort, villages.keySet()),
                page.rows().stream()
                        .map(one -> request(one, villages.get(one.village)))
                        .toList(),
                requests.decided(cohort, villages.keySet(), LAST_DECIDED).stream()
                        .map(one -> new Decided(
                                one.id,
                                one.name,
                                one.decidedAt,
                                one.state == JoinRequest.State.TAKEN,
                                one.person,
                                Objects.toString(one.reason, "")))
                        .toList());
        return new Page<>(List.of(sheet), page.next());
    }

    /** Opens the class for so many days; an open one is open until then. The poster stays the same. */
    @Transactional
    public void open(UUID cohort, int days, UUID by) {
        cohorts.require(cohort);
        if (days < 1 || days > MOST_DAYS) {
            throw CohortRefused.because("days", "cohort.number-out-of-range");
        }
        doors.lock(cohort);
        Instant now = clock.instant();
        Instant until = now.plus(Duration.ofDays(days));
        doors.ofClass(cohort)
                .ifPresentOrElse(
                        door -> door.closesAt = until, () -> doors.persist(ClassDoor.open(cohort, by, now, until)));
        LOG.infof("Class %s may be asked for until %s", cohort, until);
    }

    /** The poster leads nowhere from now on; those who asked still wait. */
    @Transactional
    public void close(UUID cohort) {
        cohorts.require(cohort);
        doors.ofClass(cohort).ifPresent(door -> door.closedAt = clock.instant());
    }

    /**
     * Takes somebody in; who was decided about already stays so.
     *
     * @param as the person of the county it is; empty for somebody new
     */
    @Transactional
    public void take(UUID cohort, UUID id, Optional<UUID> as, UUID by) {
        people.hold();
        JoinRequest request = locked(cohort, id);
        if (request.state == JoinRequest.State.WAITING) {
            UUID person = admission.admit(
                    cohort,
                    new Admission.Newcomer(id, as, request.details(), Optional.empty()),
                    id.toString(),
                    Consent.onTheirPhone(by),
                    by);
            request.taken(person, by, clock.instant());
            LOG.infof("Request %s brought %s into class %s", id, person, cohort);
        }
    }

    @Transactional
    public void refuse(UUID cohort, UUID id, String reason, UUID by) {
        String why = Objects.toString(reason, "").strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw CohortRefused.because(
                    "reason", why.isEmpty() ? "cohort.join-reason-missing" : "cohort.reason-too-long");
        }
        JoinRequest request = locked(cohort, id);
        if (request.state == JoinRequest.State.WAITING) {
            request.refused(why, by, clock.instant());
        }
    }

    /** Whoever was refused waits again, unless they have asked anew meanwhile. */
    @Transactional
    public void reconsider(UUID cohort, UUID id) {
        JoinRequest request = locked(cohort, id);
        requests.lockPhone(request.mobile);
        if (request.state == JoinRequest.State.REFUSED && !requests.isWaiting(cohort, request.mobile, request.name)) {
            request.reconsidered();
        }
    }

    /** A request from a village that the reader does not see is not there for them. */
    private JoinRequest locked(UUID cohort, UUID id) {
        return requests.locked(cohort, id)
                .filter(one -> people.villages().stream()
                        .anyMatch(village -> village.id().equals(one.village)))
                .orElseThrow(JoinRefused::unknown);
    }

    private Request request(JoinRequest one, PersonEdits.VillageChoice village) {
        return new Request(
                one.id,
                one.name,
                one.mobile,
                village == null ? "" : village.town() + " " + village.name(),
                one.askedAt,
                people.alike(one.details()));
    }
}
