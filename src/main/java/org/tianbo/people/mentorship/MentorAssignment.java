package org.tianbo.people.mentorship;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.tianbo.people.Mentorships;
import org.tianbo.people.Mentorships.MentorshipEnded;
import org.tianbo.people.account.Accounts;
import org.tianbo.people.mentorship.MentorshipChange.Change;
import org.tianbo.people.person.MentorshipRepository;
import org.tianbo.people.person.MentorshipRepository.Pair;
import org.tianbo.people.person.PersonRepository;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;

/**
 * Who mentors whom: given, taken away, shared out, and each batch undone as a whole. Who is a mentor is
 * Keycloak's to say; it is asked before the transaction, never inside one.
 */
@ApplicationScoped
class MentorAssignment implements Mentorships {

    private static final Logger LOG = Logger.getLogger(MentorAssignment.class);

    private final MentorshipRepository mentorships;
    private final MentorshipChangeRepository changes;
    private final PersonRepository people;
    private final Accounts accounts;
    private final Event<MentorshipEnded> ended;
    private final CurrentCounty county;
    private final Clock clock;

    MentorAssignment(
            MentorshipRepository mentorships,
            MentorshipChangeRepository changes,
            PersonRepository people,
            Accounts accounts,
            Event<MentorshipEnded> ended,
            CurrentCounty county,
            Clock clock) {
        this.mentorships = mentorships;
        this.changes = changes;
        this.people = people;
        this.accounts = accounts;
        this.ended = ended;
        this.county = county;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.NEVER)
    public List<Mentor> mentors() {
        Set<UUID> holders = mentorIds();
        return holders.isEmpty() ? List.of() : QuarkusTransaction.requiringNew().call(() -> withSizes(holders));
    }

    @Override
    @Transactional
    public Map<UUID, List<UUID>> ofTrainees(Collection<UUID> trainees) {
        return trainees.isEmpty()
                ? Map.of()
                : mentorships.ofTrainees(trainees).stream()
                        .collect(Collectors.groupingBy(
                                one -> one.trainee, Collectors.mapping(one -> one.mentor, Collectors.toList())));
    }

    @Override
    @Transactional
    public List<UUID> traineesOf(UUID mentor) {
        return mentorships.ofMentor(mentor).stream().map(one -> one.trainee).toList();
    }

    @Override
    @Transactional(Transactional.TxType.NEVER)
    public UUID assign(Collection<UUID> trainees, UUID mentor, UUID by) {
        if (!mentorIds().contains(mentor)) {
            throw MentorRefused.noMentor();
        }
        Map<UUID, UUID> given = new LinkedHashMap<>();
        trainees.forEach(trainee -> given.put(trainee, mentor));
        return recorded(by, () -> given);
    }

    @Override
    @Transactional(Transactional.TxType.NEVER)
    public UUID assignLeastLoaded(Collection<UUID> trainees, UUID by) {
        Set<UUID> holders = mentorIds();
        if (holders.isEmpty()) {
            throw MentorRefused.nobodyMentors();
        }
        return recorded(by, () -> {
            Set<UUID> served = ofTrainees(trainees).keySet();
            List<UUID> waiting = trainees.stream()
                    .filter(trainee -> !served.contains(trainee))
                    .toList();
            Map<UUID, Integer> sizes = new LinkedHashMap<>();
            withSizes(holders).forEach(mentor -> sizes.put(mentor.id(), mentor.trainees()));
            return LeastLoadedAssignment.of(waiting, sizes);
        });
    }

    @Override
    @Transactional
    public UUID unassign(UUID trainee, UUID mentor, UUID by) {
        UUID batch = Ids.next();
        note(List.of(MentorshipChange.of(mentor, trainee, Change.TAKEN)), batch, null, by);
        return batch;
    }

    @Override
    @Transactional
    public UUID undo(UUID batch, UUID by) {
        mentorships.lockAssignments(county.id());
        List<MentorshipChange> made = changes.ofBatch(batch);
        if (made.isEmpty() || changes.undone(batch)) {
            throw MentorRefused.nothingToUndo();
        }
        UUID back = Ids.next();
        note(
                made.stream()
                        .map(one -> MentorshipChange.of(one.mentor, one.trainee, one.change.back()))
                        .toList(),
                back,
                batch,
                by);
        return back;
    }

    @Override
    @Transactional
    public Optional<AssignmentBatch> batch(UUID id) {
        List<MentorshipChange> made = changes.ofBatch(id);
        if (made.isEmpty()) {
            return Optional.empty();
        }
        int given =
                (int) made.stream().filter(one -> one.change == Change.GIVEN).count();
        return Optional.of(
                new AssignmentBatch(id, given, made.size() - given, made.get(0).undoes != null, changes.undone(id)));
    }

    private Set<UUID> mentorIds() {
        return accounts.holding(Roles.MENTOR, county.id());
    }

    /** Those of the ids who are people of this county, by name. */
    private List<Mentor> withSizes(Set<UUID> ids) {
        Map<UUID, Integer> sizes = mentorships.sizes(ids);
        return people.views(ids).stream()
                .map(person -> new Mentor(person.id(), person.name(), sizes.getOrDefault(person.id(), 0)))
                .toList();
    }

    /** @param wanted trainee to mentor; worked out under the lock */
    private UUID recorded(UUID by, Supplier<Map<UUID, UUID>> wanted) {
        return QuarkusTransaction.requiringNew().call(() -> {
            mentorships.lockAssignments(county.id());
            UUID batch = Ids.next();
            List<MentorshipChange> given = wanted.get().entrySet().stream()
                    .map(one -> MentorshipChange.of(one.getValue(), one.getKey(), Change.GIVEN))
                    .toList();
            note(given, batch, null, by);
            return batch;
        });
    }

    private void note(List<MentorshipChange> wanted, UUID batch, UUID undoes, UUID by) {
        Map<Change, List<MentorshipChange>> byKind = wanted.stream().collect(Collectors.groupingBy(one -> one.change));
        Instant now = clock.instant();
        byKind.forEach((kind, ofKind) -> {
            List<Pair> pairs = ofKind.stream().map(MentorAssignment::pair).toList();
            Set<Pair> changed =
                    kind == Change.GIVEN ? mentorships.add(county.id(), pairs) : mentorships.remove(county.id(), pairs);
            ofKind.stream().filter(one -> changed.contains(pair(one))).forEach(one -> {
                one.batch = batch;
                one.undoes = undoes;
                one.changedBy = by;
                one.changedAt = now;
                changes.persist(one);
                if (one.change == Change.TAKEN) {
                    ended.fire(new MentorshipEnded(county.id(), one.mentor, one.trainee));
                }
                LOG.infof("Trainee %s %s mentor %s by %s", one.trainee, one.change, one.mentor, by);
            });
        });
    }

    private static Pair pair(MentorshipChange change) {
        return new Pair(change.mentor, change.trainee);
    }
}
