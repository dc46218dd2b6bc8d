package org.tianbo.interop.statement;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.interop.InteropRefused;
import org.tianbo.platform.data.AdvisoryLocks;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** The county's statements, appended as things happen and read in the order in which they are numbered. */
@ApplicationScoped
public class Statements {

    private static final String APPEND =
            """
            insert into statements (county, id, verb, person, object, score, happened_at)
            select ?, d.id, d.verb, d.trainee, d.object, d.score, least(d.at, cast(? as timestamptz))
            from jsonb_to_recordset(cast(? as jsonb))
                as d (id uuid, verb text, trainee uuid, object text, score int, at timestamptz)
            returning id
            """;

    private static final String NUMBER =
            """
            with last as (
                select coalesce(max(seq), 0) as seq, max(stored_at) as at from statements where county = ?
            ), fresh as (
                select id, row_number() over (order by noted) as place from statements where county = ? and seq is null
            )
            update statements s
            set seq = last.seq + fresh.place,
                stored_at = greatest(cast(? as timestamptz), last.at) + fresh.place * interval '1 microsecond'
            from last, fresh
            where s.county = ? and s.id = fresh.id
            returning s.id
            """;

    private static final String UNNUMBERED = "select 1 from statements where county = ? and seq is null limit 1";

    private static final String NEWEST = "select max(stored_at) as newest from statements where county = ?";

    private static final String SELECT =
            "select " + Statement.COLUMNS + " from statements where county = ? and seq is not null";

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final EntityManager entities;
    private final ObjectMapper json;
    private final Clock clock;

    Statements(
            CountyReads reads,
            CountyWrites writes,
            CurrentCounty county,
            EntityManager entities,
            ObjectMapper json,
            Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.entities = entities;
        this.json = json;
        this.clock = clock;
    }

    void append(Deed deed) {
        append(List.of(deed));
    }

    /** Within the transaction in which they happen. */
    void append(List<Deed> deeds) {
        ArrayNode rows = json.createArrayNode();
        deeds.forEach(deed -> rows.addObject()
                .put("id", Ids.next().toString())
                .put("verb", deed.verb().name())
                .put("trainee", deed.trainee().toString())
                .put("object", deed.object())
                .put("score", deed.score())
                .put("at", deed.at().toString()));
        writes.returning(
                APPEND, row -> row.getObject(1, UUID.class), county.id(), time(clock.instant()), rows.toString());
    }

    /** The county's statements that the filter lets through, so many at most. */
    @Transactional
    public StatementPage page(StatementFilter filter, int size) {
        number();
        Instant through = through();
        StringBuilder select = new StringBuilder(SELECT);
        List<Object> values = new ArrayList<>(List.of(county.id()));
        narrow(select, values, " and stored_at > ?", filter.since().map(Statements::time));
        narrow(select, values, " and stored_at <= ?", filter.until().map(Statements::time));
        narrow(select, values, " and verb = ?", filter.verb().map(Verb::name));
        narrow(select, values, " and person = ?", filter.person());
        narrow(select, values, " and object = ?", filter.object());
        narrow(select, values, filter.ascending() ? " and seq > ?" : " and seq < ?", filter.past());
        select.append(filter.ascending() ? " order by seq limit ?" : " order by seq desc limit ?");
        values.add(size + 1);
        Page<Statement, Long> page =
                Page.of(reads.rows(select.toString(), Statement::of, values.toArray()), size, Statement::number);
        return new StatementPage(page.rows(), page.next(), through);
    }

    /** The first ones after that number, so many at most, and all numbers up to theirs are given. */
    @Transactional
    public List<Statement> after(long number, int most) {
        number();
        return reads.rows(SELECT + " and seq > ? order by seq limit ?", Statement::of, county.id(), number, most);
    }

    /** Those between the two numbers, both included, that are still there. */
    public List<Statement> between(long first, long last) {
        return reads.rows(SELECT + " and seq between ? and ? order by seq", Statement::of, county.id(), first, last);
    }

    /** @throws org.tianbo.platform.error.NotFound when the county has none of that id */
    @Transactional
    public StatementPage one(UUID id) {
        number();
        Instant through = through();
        List<Statement> found = reads.rows(SELECT + " and id = ?", Statement::of, county.id(), id);
        if (found.isEmpty()) {
            throw InteropRefused.unknown();
        }
        return new StatementPage(found, Optional.empty(), through);
    }

    /**
     * Those that were appended since somebody last asked; one reader at a time, so that each number is given once. A
     * long transaction may end after a shorter one that began later: were they numbered as they are appended, whoever
     * reads on by number or time would miss it.
     */
    private void number() {
        if (reads.rows(UNNUMBERED, row -> 1, county.id()).isEmpty()) {
            return;
        }
        AdvisoryLocks.hold(entities, "statements " + county.id());
        writes.returning(
                NUMBER,
                row -> row.getObject(1, UUID.class),
                county.id(),
                county.id(),
                time(clock.instant()),
                county.id());
    }

    /** Not the clock's time: another replica's may be behind, and store something at a moment that we said is over. */
    private Instant through() {
        return reads.rows(NEWEST, row -> Jdbc.instant(row, "newest"), county.id()).stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    private static void narrow(StringBuilder select, List<Object> values, String condition, Optional<?> value) {
        value.ifPresent(one -> {
            select.append(condition);
            values.add(one);
        });
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
