package org.tianbo.cohort.transfer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.cohort.transfer.Transfer.State;
import org.tianbo.people.PersonDetails;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.privacy.PhoneNumbers;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** The table {@code transfers}: what is asked, consented to and read; {@link TransferMoves} does the rest. */
@ApplicationScoped
class TransferTable {

    private static final String SELECT =
            """
            select t.id, t.side, t.other, c.name_zh, c.name_en, t.person, t.name, t.mobile, t.gender, t.category,
                t.reason, t.state, t.asked_at, coalesce(t.consent, '') as consent, t.consented_at, t.signed_on,
                coalesce(t.paper, '') as paper, t.decided_at, coalesce(t.decision, '') as decision, t.cohort
            from transfers t join counties c on c.id = t.other where t.county = ? and
            """;

    private static final String ONE = SELECT + " t.id = ?";
    private static final String PAGE = SELECT + " t.id < ? order by t.id desc limit ?";
    private static final String OPEN_OF =
            SELECT + " t.person = ? and t.side = 'OUT' and t.state in ('ASKED', 'CONSENTED', 'ACCEPTING') limit 1";

    private static final String ADD =
            """
            insert into transfers (county, id, side, other, person, name, mobile, gender, category, reason, state,
                asked_by, asked_at)
            values (?, ?, 'OUT', ?, ?, ?, ?, ?, ?, ?, 'ASKED', ?, ?)
            on conflict do nothing returning 1
            """;

    private static final String CONSENT =
            """
            update transfers set state = 'CONSENTED', consent = ?, consented_at = ?, signed_on = ?, paper = ?,
                recorded_by = ?, name = ?, mobile = ?, gender = ?, category = ?
            where county = ? and id = ? and side = 'OUT' and state = 'ASKED' returning other
            """;

    /** What the receiving county is told; who of the old one asked is no business of theirs. */
    private static final String TELL =
            """
            insert into transfers (county, id, side, other, name, mobile, gender, category, reason, state, asked_at,
                consent, signed_on, paper, consented_at)
            select other, id, 'IN', county, name, ?, gender, category, reason, state, asked_at, consent, signed_on,
                paper, consented_at
            from transfers where county = ? and id = ? and side = 'OUT' on conflict do nothing returning 1
            """;

    private static final String LEFT =
            """
            update transfers set left_at = ?
            where county = ? and id = ? and side = 'OUT' and left_at is null returning 1
            """;

    private final CountyReads reads;
    private final CountyWrites writes;
    private final PhoneNumbers phones;
    private final CurrentCounty county;
    private final Clock clock;

    TransferTable(CountyReads reads, CountyWrites writes, PhoneNumbers phones, CurrentCounty county, Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.phones = phones;
        this.county = county;
        this.clock = clock;
    }

    /**
     * That a trainee has consented.
     *
     * @param how {@code PHONE} or {@code PAPER}
     * @param signedOn null for a phone, like paper and recordedBy
     */
    record Consented(String how, LocalDate signedOn, String paper, UUID recordedBy) {}

    Optional<Transfer> one(UUID id) {
        return reads.rows(ONE, this::transfer, county.id(), id).stream().findFirst();
    }

    /** The one that waits for the trainee, or for the other county. */
    Optional<Transfer> openOf(UUID person) {
        return reads.rows(OPEN_OF, this::transfer, county.id(), person).stream().findFirst();
    }

    /** The county's, of both sides, the latest first. */
    Page<Transfer, UUID> page(UUID before, int size) {
        return Page.of(reads.rows(PAGE, this::transfer, county.id(), before, size + 1), size, Transfer::id);
    }

    /** @return whether it is there now; not, where the trainee is on the way already */
    boolean add(UUID id, UUID person, String other, PersonDetails details, String reason, UUID by) {
        boolean added = !change(
                        ADD,
                        county.id(),
                        id,
                        other,
                        person,
                        details.name(),
                        phones.seal(details.mobile()),
                        details.gender(),
                        details.category(),
                        reason,
                        by,
                        clock.instant())
                .isEmpty();
        return added
                || one(id).filter(there -> there.outgoing() && there.person().equals(Optional.of(person)))
                        .isPresent();
    }

    /** Of the current county's trainee; what goes along is what is known of them now. */
    boolean consent(UUID id, Consented consented, PersonDetails details) {
        String own = county.id();
        String mobile = phones.seal(details.mobile());
        return county.as(
                CurrentCounty.ROOT, () -> QuarkusTransaction.requiringNew().call(() -> {
                    List<String> to = writes.returning(
                            CONSENT,
                            row -> row.getString(1),
                            consented.how(),
                            clock.instant(),
                            consented.signedOn() == null ? null : Date.valueOf(consented.signedOn()),
                            consented.paper(),
                            consented.recordedBy(),
                            details.name(),
                            mobile,
                            details.gender(),
                            details.category(),
                            own,
                            id);
                    for (String other : to) {
                        if (change(TELL, phones.sealFor(other, details.mobile()), own, id)
                                .isEmpty()) {
                            throw TransferRefused.changedMeanwhile();
                        }
                    }
                    return !to.isEmpty();
                }));
    }

    void left(UUID id) {
        change(LEFT, clock.instant(), county.id(), id);
    }

    private List<Integer> change(String statement, Object... parameters) {
        return writes.returning(statement, row -> row.getInt(1), parameters);
    }

    private Transfer transfer(ResultSet row) throws SQLException {
        return new Transfer(
                row.getObject("id", UUID.class),
                row.getString("side").equals("OUT"),
                row.getString("other"),
                row.getString("name_zh"),
                row.getString("name_en"),
                Optional.ofNullable(row.getObject("person", UUID.class)),
                row.getString("name"),
                phones.open(row.getString("mobile")),
                row.getString("gender"),
                row.getString("category"),
                row.getString("reason"),
                State.valueOf(row.getString("state")),
                Jdbc.instant(row, "asked_at"),
                row.getString("consent"),
                instant(row, "consented_at"),
                Optional.ofNullable(row.getDate("signed_on")).map(Date::toLocalDate),
                row.getString("paper"),
                instant(row, "decided_at"),
                row.getString("decision"),
                Optional.ofNullable(row.getObject("cohort", UUID.class)));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(Jdbc.instant(row, column));
    }
}
