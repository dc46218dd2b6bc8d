package org.tianbo.family.helping;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** The rows of the county at hand. Each change is one statement that takes a row only from the state it may leave. */
@ApplicationScoped
class HelpingTable {

    private static final String READ =
            """
            select h.id, h.trainee, p.name, h.helper, h.same_phone, h.asked_at, h.begun_at, h.ends_at, h.ended_at,
                (select max(w.last_at) from helped_work w where w.county = h.county and w.helping = h.id) as last_work
            from helpings h join people p on p.county = h.county and p.id = h.trainee
            where h.county = ? and \
            """;

    private static final String ADD =
            """
            insert into helpings
                (county, id, trainee, helper, device, same_phone, phone, invited_at, asked_at, begun_at, ends_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
            """;

    /** Whoever opens the code first has it. */
    private static final String ASK =
            """
            update helpings set helper = ?, device = ?, asked_at = ?, ends_at = ?
            where county = ? and id = ? and asked_at is null and ended_at is null and ends_at > ? returning id
            """;

    private static final String ALLOW =
            """
            update helpings set begun_at = ?, ends_at = ?
            where county = ? and id = ? and trainee = ? and asked_at is not null and begun_at is null
                and ended_at is null and ends_at > ? returning id
            """;

    private static final String ALIVE = "h.ended_at is null and h.ends_at > ?";

    /** By when it was over, not by when it began: what ended today is not behind what came and went since it began. */
    private static final String PAST =
            "(h.ended_at is not null or h.ends_at <= ?) order by coalesce(h.ended_at, h.ends_at) desc, h.id limit ?";

    private static final String COUNT =
            """
            select count(*) from helpings h
            where h.county = ? and h.trainee = ? and h.begun_at is not null and not h.same_phone and \
            """
                    + ALIVE;

    private static final String END =
            """
            update helpings set ended_at = ?, ended_by = ?
            where county = ? and id = ? and (trainee = ? or device = ?) and ended_at is null returning id
            """;

    private static final String END_ALL =
            """
            update helpings set ended_at = ?, ended_by = 'CARD'
            where county = ? and trainee = ? and (same_phone or ?) and ended_at is null returning id
            """;

    /** Codes that nobody opened; a new one replaces them. */
    private static final String DROP_CODES =
            "delete from helpings where county = ? and trainee = ? and asked_at is null returning id";

    private static final String WORK =
            """
            insert into helped_work as w (county, helping, work, thing, first_at, last_at) values (?, ?, ?, ?, ?, ?)
            on conflict (county, helping, work, thing) do update set last_at = greatest(w.last_at, excluded.last_at)
            returning helping
            """;

    private static final String HELPERS =
            """
            select h.helper from helped_work w join helpings h on h.county = w.county and h.id = w.helping
            where w.county = ? and w.thing = ? and h.trainee = ? group by h.helper order by min(w.first_at)
            """;

    private static final String ALL_HELPERS =
            "select id, helper from helpings where county = ? and trainee = ? and begun_at is not null";

    /** Of a trainee who let this phone help and no longer does. */
    private static final String KEPT =
            """
            h.device = ? and not h.same_phone and h.begun_at is not null and h.forgotten_at is null
                and (h.ended_at is not null or h.ends_at <= ?)
                and not exists (select from helpings o where o.county = h.county and o.device = h.device
                    and o.trainee = h.trainee and o.begun_at is not null and o.ended_at is null and o.ends_at > ?)
            """;

    private static final String FORGET =
            "update helpings h set forgotten_at = ? where h.county = ? and h.trainee = any(?::uuid[]) and " + KEPT
                    + " returning h.id";

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final Clock clock;

    HelpingTable(CountyReads reads, CountyWrites writes, CurrentCounty county, Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.clock = clock;
    }

    Optional<Helping> one(UUID id) {
        return reads.rows(READ + "h.id = ?", this::helping, county.id(), id).stream()
                .findFirst();
    }

    /** All that is asked for or goes on, then what was over last. */
    List<Helping> ofTrainee(UUID trainee, int mostPast) {
        String asked = READ + "h.trainee = ? and h.asked_at is not null and ";
        OffsetDateTime now = utc(clock.instant());
        return joined(
                reads.rows(asked + ALIVE + " order by h.id desc", this::helping, county.id(), trainee, now),
                reads.rows(asked + PAST, this::helping, county.id(), trainee, now, mostPast));
    }

    /** How many help on phones of their own. */
    long count(UUID trainee) {
        return reads.rows(COUNT, row -> row.getLong(1), county.id(), trainee, utc(clock.instant()))
                .get(0);
    }

    /** All that is asked for or goes on, and the one at hand however it stands; then what was over last. */
    List<Helping> ofDevice(String digest, UUID atHand, int mostPast) {
        OffsetDateTime now = utc(clock.instant());
        return joined(
                reads.rows(
                        READ + "h.device = ? and (h.id = ? or " + ALIVE + ") order by h.id desc",
                        this::helping,
                        county.id(),
                        digest,
                        atHand,
                        now),
                reads.rows(
                        READ + "h.device = ? and h.id <> ? and " + PAST,
                        this::helping,
                        county.id(),
                        digest,
                        atHand,
                        now,
                        mostPast));
    }

    Optional<Helping> ofDevice(String digest, UUID id) {
        return reads.rows(READ + "h.device = ? and h.id = ?", this::helping, county.id(), digest, id).stream()
                .findFirst();
    }

    void addCode(UUID id, UUID trainee, Instant now, Instant ends) {
        writes.returning(DROP_CODES, row -> id, county.id(), trainee);
        writes.returning(
                ADD, row -> id, county.id(), id, trainee, "", null, false, null, utc(now), null, null, utc(ends));
    }

    void addSamePhone(HelperDevice device, UUID trainee, String helper, String phone, Instant now, Instant ends) {
        OffsetDateTime at = utc(now);
        writes.returning(
                ADD,
                row -> device,
                county.id(),
                device.helping(),
                trainee,
                helper,
                device.digest(),
                true,
                phone,
                at,
                at,
                at,
                utc(ends));
    }

    boolean ask(UUID id, String helper, String device, Instant now, Instant ends) {
        OffsetDateTime at = utc(now);
        return changed(ASK, helper, device, at, utc(ends), county.id(), id, at);
    }

    boolean allow(UUID trainee, UUID id, Instant now, Instant ends) {
        return changed(ALLOW, utc(now), utc(ends), county.id(), id, trainee, utc(now));
    }

    void endByTrainee(UUID trainee, UUID id, Instant now) {
        changed(END, utc(now), "TRAINEE", county.id(), id, trainee, "");
    }

    void endByHelper(String device, UUID id, Instant now) {
        changed(END, utc(now), "HELPER", county.id(), id, new UUID(0, 0), device);
    }

    /** @param everywhere also on phones of the helpers' own */
    int endAll(UUID trainee, boolean everywhere, Instant now) {
        return writes.returning(END_ALL, row -> 1, utc(now), county.id(), trainee, everywhere)
                .size();
    }

    /** Whether a phone may still hold what it stored of somebody whom it helps no more. */
    boolean keeps(String device) {
        OffsetDateTime now = utc(clock.instant());
        return !reads.rows(
                        "select 1 from helpings h where h.county = ? and " + KEPT,
                        row -> true,
                        county.id(),
                        device,
                        now,
                        now)
                .isEmpty();
    }

    /** All of that; what was over last is first. */
    List<Helping> kept(String device) {
        OffsetDateTime now = utc(clock.instant());
        return reads.rows(
                READ + KEPT + " order by coalesce(h.ended_at, h.ends_at) desc, h.id",
                this::helping,
                county.id(),
                device,
                now,
                now);
    }

    void forget(String device, Collection<UUID> trainees) {
        OffsetDateTime now = utc(clock.instant());
        changed(FORGET, now, county.id(), trainees, device, now, now);
    }

    void note(UUID helping, String work, UUID thing, Instant now) {
        changed(WORK, county.id(), helping, work, thing, utc(now), utc(now));
    }

    List<String> helpersWith(UUID thing, UUID trainee) {
        return reads.rows(HELPERS, row -> row.getString(1), county.id(), thing, trainee);
    }

    Map<UUID, String> helpers(UUID trainee) {
        Map<UUID, String> helpers = new HashMap<>();
        reads.rows(
                ALL_HELPERS,
                row -> helpers.put(row.getObject("id", UUID.class), row.getString("helper")),
                county.id(),
                trainee);
        return helpers;
    }

    private boolean changed(String change, Object... parameters) {
        return !writes.returning(change, row -> true, parameters).isEmpty();
    }

    private Helping helping(ResultSet row) throws SQLException {
        Instant ends = Jdbc.instant(row, "ends_at");
        Instant ended = Jdbc.instant(row, "ended_at");
        return new Helping(
                row.getObject("id", UUID.class),
                row.getObject("trainee", UUID.class),
                row.getString("name"),
                row.getString("helper"),
                row.getBoolean("same_phone"),
                Helping.state(
                        Jdbc.instant(row, "asked_at"), Jdbc.instant(row, "begun_at"), ends, ended, clock.instant()),
                ended,
                Jdbc.instant(row, "last_work"));
    }

    private static List<Helping> joined(List<Helping> first, List<Helping> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
