package org.tianbo.cohort.cards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.data.AdvisoryLocks;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** The tables {@code card_runs} and {@code card_run_people}. */
@ApplicationScoped
class CardRunTable {

    private static final String RUNS =
            """
            select r.id, r.cohort, r.asked_by, r.asked_at, r.total, r.finished_at, r.removed_at,
                r.state = 'FAILED' as failed,
                count(*) filter (where p.state <> 'WAITING') as done,
                count(*) filter (where p.state = 'MADE') as made,
                count(*) filter (where p.state = 'MEANWHILE') as meanwhile,
                count(*) filter (where p.state = 'REFUSED') as refused,
                count(*) filter (where p.state = 'GONE') as gone,
                count(*) filter (where p.state = 'AWAY') as away
            from card_runs r join card_run_people p on p.county = r.county and p.run = r.id
            where r.county = ? and %s
            group by r.county, r.id order by r.id desc limit %d
            """;

    private static final String ONE = RUNS.formatted("r.id = ?", 1);
    private static final String LATEST = RUNS.formatted("r.cohort = ?", 5);

    private static final String SINCE =
            """
            select id from card_runs
            where county = ? and cohort = ? and (state = 'MAKING' or (asked_at > ? and asked_by = ?))
            order by id desc limit 1
            """;

    private static final String ADD =
            """
            insert into card_runs (county, id, cohort, asked_by, asked_at, total, words, state)
            values (?, ?, ?, ?, ?, ?, ?, 'MAKING') returning 1
            """;

    private static final String ADD_PEOPLE =
            """
            insert into card_run_people (county, run, place, person, state)
            select ?, ?, one.place, one.person, 'WAITING'
            from unnest(?::uuid[]) with ordinality as one (person, place) returning 1
            """;

    private static final String NEXT =
            """
            select place, person, card, pin, begun_at from card_run_people
            where county = ? and run = ? and state = 'WAITING' and place between ? and ? order by place limit 1
            """;

    private static final String BEGIN =
            """
            update card_run_people set card = ?, pin = ?, begun_at = ?
            where county = ? and run = ? and place = ? and state = 'WAITING' and begun_at is null returning 1
            """;

    private static final String BECAME =
            """
            update card_run_people set state = ?
            where county = ? and run = ? and place = ? and state = ? returning 1
            """;

    private static final String AWAY =
            """
            update card_run_people set state = 'AWAY' where county = ? and run = ? and state = 'WAITING' returning 1
            """;

    private static final String MADE =
            """
            select place, person, card, pin from card_run_people
            where county = ? and run = ? and state = 'MADE' order by place
            """;

    private static final String FINISH =
            """
            update card_runs set state = 'READY', finished_at = ?, pdf = ?
            where county = ? and id = ? and state = 'MAKING' returning 1
            """;

    private static final String FAIL =
            """
            update card_runs set state = 'FAILED', finished_at = ?
            where county = ? and id = ? and state = 'MAKING' returning 1
            """;

    private static final String FORGET_PINS =
            "update card_run_people set pin = null where county = ? and run = ? returning 1";

    private static final String MADE_FOR =
            "select person from card_run_people where county = ? and run = ? and state = 'MADE'";

    private static final String FILE = "select pdf from card_runs where county = ? and id = ? and pdf is not null";

    private static final String WORDS = "select words from card_runs where county = ? and id = ?";

    private static final String REMOVE =
            """
            update card_runs set state = 'REMOVED', removed_at = ?, pdf = null
            where county = ? and id = ? and state = 'READY' returning 1
            """;

    private final EntityManager entities;
    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;

    CardRunTable(EntityManager entities, CountyReads reads, CountyWrites writes, CurrentCounty county) {
        this.entities = entities;
        this.reads = reads;
        this.writes = writes;
        this.county = county;
    }

    /** What became of one person's card. */
    enum Outcome {
        MADE,
        MEANWHILE,
        REFUSED,
        GONE
    }

    /** Somebody whose card is to be made; {@code begunAt} is empty where it was not begun before. */
    record Waiting(int place, UUID person, UUID card, byte[] pin, Optional<Instant> begunAt) {}

    /** Somebody whose card was made, and its PIN, sealed. */
    record Made(int place, UUID person, UUID card, byte[] pin) {}

    /** Until the transaction ends, nobody else begins a run of the class. */
    void lock(UUID cohort) {
        AdvisoryLocks.hold(entities, "cards of class " + cohort);
    }

    Optional<CardRun> one(UUID run) {
        return reads.rows(ONE, CardRunTable::run, county.id(), run).stream().findFirst();
    }

    /** The latest of a class. */
    List<CardRun> latest(UUID cohort) {
        return reads.rows(LATEST, CardRunTable::run, county.id(), cohort);
    }

    /** The one that is being made for the class, or that the person asked for since. */
    Optional<UUID> since(UUID cohort, Instant shownAt, UUID by) {
        return reads.rows(SINCE, row -> row.getObject("id", UUID.class), county.id(), cohort, shownAt, by).stream()
                .findFirst();
    }

    void add(UUID run, UUID cohort, UUID by, Instant now, CardWords words, List<UUID> people) {
        change(ADD, county.id(), run, cohort, by, now, people.size(), words.lines());
        change(ADD_PEOPLE, county.id(), run, people.toArray(UUID[]::new));
    }

    /** The first of those places, the last included, whose card is still to be made. */
    Optional<Waiting> next(UUID run, int from, int to) {
        return reads
                .rows(
                        NEXT,
                        row -> new Waiting(
                                row.getInt("place"),
                                row.getObject("person", UUID.class),
                                row.getObject("card", UUID.class),
                                row.getBytes("pin"),
                                Optional.ofNullable(Jdbc.instant(row, "begun_at"))),
                        county.id(),
                        run,
                        from,
                        to)
                .stream()
                .findFirst();
    }

    /** @return false where somebody else began or ended it: the number and PIN that are stored hold */
    boolean begin(UUID run, int place, UUID card, byte[] pin, Instant now) {
        return change(BEGIN, card, pin, now, county.id(), run, place);
    }

    /** What became of it first holds. */
    void done(UUID run, int place, Outcome outcome) {
        change(BECAME, outcome.name(), county.id(), run, place, "WAITING");
    }

    /** A card that was made holds no more. */
    void lost(UUID run, int place, Outcome outcome) {
        change(BECAME, outcome.name(), county.id(), run, place, Outcome.MADE.name());
    }

    void away(UUID run) {
        change(AWAY, county.id(), run);
    }

    List<Made> made(UUID run) {
        return reads.rows(
                MADE,
                row -> new Made(
                        row.getInt("place"),
                        row.getObject("person", UUID.class),
                        row.getObject("card", UUID.class),
                        row.getBytes("pin")),
                county.id(),
                run);
    }

    /** Whose cards are in the file. */
    List<UUID> holders(UUID run) {
        return reads.rows(MADE_FOR, row -> row.getObject("person", UUID.class), county.id(), run);
    }

    CardWords words(UUID run) {
        return CardWords.of(reads.rows(WORDS, row -> row.getString("words"), county.id(), run)
                .get(0));
    }

    /** @param pdf sealed; null where not one card was made */
    void finish(UUID run, byte[] pdf, Instant now) {
        change(FINISH, now, pdf, county.id(), run);
        change(FORGET_PINS, county.id(), run);
    }

    /** There is no file and there will be none; the class can have another run. */
    void fail(UUID run, Instant now) {
        change(FAIL, now, county.id(), run);
        change(FORGET_PINS, county.id(), run);
    }

    Optional<byte[]> file(UUID run) {
        return reads.rows(FILE, row -> row.getBytes("pdf"), county.id(), run).stream()
                .findFirst();
    }

    void remove(UUID run, Instant now) {
        change(REMOVE, now, county.id(), run);
    }

    /** @return whether any row was concerned */
    private boolean change(String statement, Object... parameters) {
        return !writes.returning(statement, row -> row.getInt(1), parameters).isEmpty();
    }

    private static CardRun run(ResultSet row) throws SQLException {
        return new CardRun(
                row.getObject("id", UUID.class),
                row.getObject("cohort", UUID.class),
                row.getObject("asked_by", UUID.class),
                Jdbc.instant(row, "asked_at"),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("made"),
                row.getInt("meanwhile"),
                row.getInt("refused"),
                row.getInt("gone"),
                row.getInt("away"),
                Optional.ofNullable(Jdbc.instant(row, "finished_at")),
                Optional.ofNullable(Jdbc.instant(row, "removed_at")),
                row.getBoolean("failed"));
    }
}
