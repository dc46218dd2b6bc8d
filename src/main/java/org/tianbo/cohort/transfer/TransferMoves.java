package org.tianbo.cohort.transfer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.tianbo.cohort.transfer.Transfer.State;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** Moves transfers on. What concerns both rows of one is done to both in one transaction, or to none. */
@ApplicationScoped
class TransferMoves {

    /** Counties choose the ids: a third one may have a transfer of the same id. */
    private static final String MOVE =
            """
            update transfers set state = ?, decided_at = ?, decision = ?
            where id = ? and ((county = ? and other = ? and side = 'OUT') or (county = ? and other = ? and side = 'IN'))
                and state = any(?)
            returning consented_at is not null
            """;

    /** Whom a county was told of and does not get is nothing to it. */
    private static final String FORGET =
            """
            update transfers set name = '×', mobile = '', gender = '', category = '', paper = null
            where county = ? and other = ? and id = ? and side = 'IN' returning 1
            """;

    private static final String HOLD =
            "select state, person from transfers where county = ? and other = ? and id = ? and side = 'IN' for update";

    private static final String ADMITTED =
            """
            update transfers set person = ?, cohort = ?
            where county = ? and id = ? and side = 'IN' and person is null returning 1
            """;

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final Clock clock;

    TransferMoves(CountyReads reads, CountyWrites writes, CurrentCounty county, Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.clock = clock;
    }

    /**
     * What ends without anybody arriving is forgotten by the receiving county.
     *
     * @throws Refused when it was in no state from which that one is reached
     */
    void move(Transfer one, State to, String decision) {
        Pair pair = pair(one);
        ofBoth(() -> {
            boolean possible = to != State.REFUSED || held(pair).person().isEmpty();
            if (!possible || !moved(pair, to, decision, to.from())) {
                throw TransferRefused.changedMeanwhile();
            }
            if (to.isWithoutArrival()) {
                writes.returning(FORGET, row -> row.getInt(1), pair.to(), pair.from(), pair.id());
            }
            return to;
        });
    }

    /** What went wrong while they were taken in is put right, and it is tried again; not once they are here. */
    void backToConsented(Transfer one) {
        Pair pair = pair(one);
        ofBoth(() -> held(pair).person().isEmpty() && moved(pair, State.CONSENTED, null, Set.of(State.ACCEPTING)));
    }

    /**
     * Takes them in, once: whoever comes later waits and gets whom the first one took in.
     *
     * @param admission adds them to the county, in the same transaction
     * @throws Refused when they are not being taken in
     */
    UUID admit(Transfer one, UUID cohort, Supplier<UUID> admission) {
        Pair pair = pair(one);
        return QuarkusTransaction.requiringNew().call(() -> {
            Held held = held(pair);
            if (held.person().isPresent()) {
                return held.person().get();
            }
            if (held.state() != State.ACCEPTING) {
                throw TransferRefused.changedMeanwhile();
            }
            UUID person = admission.get();
            writes.returning(ADMITTED, row -> row.getInt(1), person, cohort, pair.to(), pair.id());
            return person;
        });
    }

    /** Both know that they have arrived, in the transaction of what else is done then. */
    void arrived(Transfer one, Runnable also) {
        Pair pair = pair(one);
        ofBoth(() -> {
            if (!moved(pair, State.ACCEPTED, null, State.ACCEPTED.from())) {
                throw TransferRefused.changedMeanwhile();
            }
            also.run();
            return pair;
        });
    }

    /** The two counties of a transfer. */
    private record Pair(UUID id, String from, String to) {}

    /** The receiving county's row, which nobody else changes until the transaction ends. */
    private record Held(State state, Optional<UUID> person) {}

    private Pair pair(Transfer one) {
        return one.outgoing()
                ? new Pair(one.id(), county.id(), one.other())
                : new Pair(one.id(), one.other(), county.id());
    }

    private Held held(Pair pair) {
        return reads
                .rows(
                        HOLD,
                        row -> new Held(
                                State.valueOf(row.getString("state")),
                                Optional.ofNullable(row.getObject("person", UUID.class))),
                        pair.to(),
                        pair.from(),
                        pair.id())
                .stream()
                .findFirst()
                .orElseThrow(TransferRefused::unknown);
    }

    /** Both rows or none, once there are two. */
    private boolean moved(Pair pair, State to, String decision, Set<State> from) {
        Object decided = to == State.ACCEPTING || to == State.CONSENTED ? null : clock.instant();
        List<Boolean> consented = writes.returning(
                MOVE,
                row -> row.getBoolean(1),
                to.name(),
                decided,
                decision,
                pair.id(),
                pair.from(),
                pair.to(),
                pair.to(),
                pair.from(),
                from.stream().map(State::name).toArray(String[]::new));
        if (consented.contains(true) && consented.size() != 2) {
            throw TransferRefused.changedMeanwhile();
        }
        return !consented.isEmpty();
    }

    private <T> T ofBoth(Supplier<T> work) {
        return county.as(
                CurrentCounty.ROOT, () -> QuarkusTransaction.requiringNew().call(work::get));
    }
}
