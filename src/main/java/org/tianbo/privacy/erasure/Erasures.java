package org.tianbo.privacy.erasure;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.people.Cards;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.privacy.PersonalData;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.privacy.PrivacyRefused;

/** Asked for by a trainee or an officer, confirmed by another officer, then done by a job that nobody can take back. */
@ApplicationScoped
public class Erasures {

    private static final Logger LOG = Logger.getLogger(Erasures.class);
    private static final int SHORTEST_REASON = 2;
    private static final int LONGEST = 200;

    private static final String ASK =
            """
            insert into erasures (county, id, person, asked_by, asked_at, reason, state)
            values (?, ?, ?, ?, ?, ?, 'WAITING') on conflict do nothing returning id
            """;

    private static final String DECIDE =
            """
            update erasures set state = ?, decided_by = ?, decided_at = ?
            where county = ? and id = ? and state = 'WAITING' returning id
            """;

    private static final String AFTER =
            """
            and (e.state = 'WAITING', e.asked_at, e.id) <
                (select a.state = 'WAITING', a.asked_at, a.id from erasures a where a.county = ? and a.id = ?)
            """;

    private static final String AGAIN =
            "update erasures set failed_at = null where county = ? and id = ? and state = 'CONFIRMED' returning id";

    private final List<PersonalData> features;
    private final ErasureNotes notes;
    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final People people;
    private final Cards cards;
    private final Jobs jobs;
    private final Clock clock;

    Erasures(
            @All List<PersonalData> features,
            ErasureNotes notes,
            CountyReads reads,
            CountyWrites writes,
            CurrentCounty county,
            People people,
            Cards cards,
            Jobs jobs,
            Clock clock) {
        this.features = features;
        this.notes = notes;
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.people = people;
        this.cards = cards;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The one that counts for somebody: whatever was asked for last. */
    public Optional<Erasure> of(UUID person) {
        return reads
                .rows(
                        Erasure.SELECT + "and e.person = ? order by e.asked_at desc, e.id desc limit 1",
                        Erasure::of,
                        county.id(),
                        person)
                .stream()
                .findFirst();
    }

    /**
     * The latest first, those that wait before all others.
     *
     * @param last the last one of the page before
     */
    public Page<Erasure, UUID> latest(Optional<UUID> last, int size) {
        List<Object> parameters = new ArrayList<>(List.of(county.id()));
        last.ifPresent(erasure -> parameters.addAll(List.of(county.id(), erasure)));
        parameters.add(size + 1);
        return Page.of(
                reads.rows(
                        Erasure.SELECT + (last.isPresent() ? AFTER : "")
                                + "order by (e.state = 'WAITING') desc, e.asked_at desc, e.id desc limit ?",
                        Erasure::of,
                        parameters.toArray()),
                size,
                Erasure::id);
    }

    /**
     * Somebody asks that a person be erased; nothing is erased before somebody else confirms it. Asked twice it is
     * asked once.
     *
     * @throws Refused when the person works for the county, or no reason is given
     */
    @Transactional
    public void ask(UUID person, String reason, UUID by) {
        people.trainee(person);
        String why = Objects.toString(reason, "").strip();
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST) {
            throw PrivacyRefused.wrong().field("reason", "privacy.reason-missing");
        }
        refuseStaff(person);
        writes.returning(ASK, row -> row.getString(1), county.id(), Ids.next(), person, by, clock.instant(), why);
        LOG.infof("%s asked that %s be erased", by, person);
    }

    /**
     * Whether this member of the office may confirm it. Whoever issued the card of a person who asked themselves may
     * know its PIN, and have asked in their place.
     */
    public boolean isFor(Erasure erasure, UUID officer) {
        return erasure.isFor(officer)
                && !(erasure.isOwnWish()
                        && cards.issuersSince(erasure.person(), erasure.askedAt())
                                .contains(officer));
    }

    /**
     * Another officer confirms it; from now on it is being done.
     *
     * @throws Refused when it is decided by now, or whoever confirms is who asked
     *     or issued the card it was asked with, or the person works for the county by now
     */
    @Transactional
    public void confirm(UUID id, UUID by) {
        Erasure erasure = one(id).orElseThrow(PrivacyRefused::unknown);
        if (erasure.isWaiting() && !isFor(erasure, by)) {
            throw PrivacyRefused.sameHand();
        }
        people.lock(erasure.person());
        refuseStaff(erasure.person());
        decide(id, Erasure.State.CONFIRMED, by);
        jobs.enqueue(ErasureJob.NAME, id.toString(), county.id());
        LOG.infof("%s confirmed that %s is erased", by, erasure.person());
    }

    /**
     * It is not done after all; possible until it is confirmed. Of whomever a backup brought back, storage then says no
     * more that they are erased: else each night would ask for it again.
     */
    @Transactional(Transactional.TxType.NEVER)
    public void withdraw(UUID id, UUID by) {
        Erasure erasure = one(id).orElseThrow(PrivacyRefused::unknown);
        QuarkusTransaction.requiringNew().run(() -> decide(id, Erasure.State.WITHDRAWN, by));
        notes.remove(erasure.person());
    }

    /** Goes on with one that was tried in vain. */
    @Transactional
    public void again(UUID id) {
        if (writes.returning(AGAIN, row -> row.getString(1), county.id(), id).isEmpty()) {
            throw PrivacyRefused.unknown();
        }
        jobs.enqueue(ErasureJob.NAME, id.toString(), county.id());
    }

    /** @throws Refused when the person works for the county by now */
    void refuseStaff(UUID person) {
        if (!features.stream().allMatch(feature -> feature.isErasable(person))) {
            throw PrivacyRefused.staff();
        }
    }

    Optional<Erasure> one(UUID id) {
        return reads.rows(Erasure.SELECT + "and e.id = ?", Erasure::of, county.id(), id).stream()
                .findFirst();
    }

    private void decide(UUID id, Erasure.State state, UUID by) {
        if (writes.returning(DECIDE, row -> row.getString(1), state.name(), by, clock.instant(), county.id(), id)
                .isEmpty()) {
            throw PrivacyRefused.decided();
        }
    }
}
