package org.tianbo.interop.statement;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.interop.InteropConfig;
import org.tianbo.interop.InteropRefused;
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

    /** Waits for the county's row; until the transaction ends nobody else gives a number. */
    private static final String HOLD =
            """
            insert into statement_numbers as n (county, seq, stored_at) values (?, 0, 'epoch')
            on conflict (county) do update set seq = n.seq returning seq
            """;

    private static final String NUMBER =
            """
            with fresh as (
                select id, row_number() over (order by noted) as place from (
                    select id, noted from statements where county = ? and seq is null order by noted limit ?) first
            ), numbered as (
                update statements s
                set seq = n.seq + fresh.place,
                    stored_at = greatest(cast(? as timestamptz), n.stored_at) + fresh.place * interval '1 microsecond'
                from statement_numbers n, fresh
                where n.county = ? and s.county = n.county and s.id = fresh.id
                returning s.seq, s.stored_at
            )
            update statement_numbers n
            set seq = newest.seq, stored_at = newest.stored_at
            from (select max(seq) as seq, max(stored_at) as stored_at from numbered) newest
            where n.county = ? and newest.seq is not null
            returning n.seq
            """;

    private static final String UNNUMBERED = "select 1 from statements where county = ? and seq is null limit 1";

    private static final String NEWEST = "select stored_at from statement_numbers where county = ?";

    private static final String SELECT =
            "select " + Statement.COLUMNS + " from statements where county = ? and seq is not null";

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final InteropConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    Statements(
            CountyReads reads,
            CountyWrites writes,
            CurrentCounty county,
            InteropConfig config,
            ObjectMapper json,
            Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.config = config;
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
        writes.returning(APPEND, row -> row.getObject(1, UUID.class), county.id(), clock.instant(), rows.toString());
    }

    /** The county's statements that the filter lets through, so many at most. */
    public StatementPage page(StatementFilter filter, int size) {
        numberAll();
        Instant through = through();
        StringBuilder select = new StringBuilder(SELECT);
        List<Object> values = new ArrayList<>(List.of(county.id()));
        narrow(select, values, " and stored_at > ?", filter.since());
        narrow(select, values, " and stored_at <= ?", filter.until());
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
    public List<Statement> after(long number, int most) {
        numberSome();
        return reads.rows(SELECT + " and seq > ? order by seq limit ?", Statement::of, county.id(), number, most);
    }

    /** Those between the two numbers, both included, that are still there. */
    public List<Statement> between(long first, long last) {
        return reads.rows(SELECT + " and seq between ? and ? order by seq", Statement::of, county.id(), first, last);
    }

    /** @throws org.tianbo.platform.error.NotFound when the county has none of that id */
    public StatementPage one(UUID id) {
        numberAll();
        Instant through = through();
        List<Statement> found = reads.rows(SELECT + " and id = ?", Statement::of, county.id(), id);
        if (found.isEmpty()) {
            throw InteropRefused.unknown();
        }
        return new StatementPage(found, Optional.empty(), through);
    }

    /** In rounds: what is numbered stays so, though whoever asked has no time for the rest. */
    private void numberAll() {
        boolean more = true;
        while (more) {
            more = numberSome();
        }
    }

    /**
     * The first of those that were appended since somebody last asked; one reader at a time, so that each number is
     * given once. A long transaction may end after a shorter one that began later: were they numbered as they are
     * appended, whoever reads on by number or time would miss it.
     *
     * @return whether there were any
     */
    private boolean numberSome() {
        if (reads.rows(UNNUMBERED, row -> 1, county.id()).isEmpty()) {
            return false;
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            writes.returning(HOLD, row -> 1, county.id());
            List<Integer> numbered = writes.returning(
                    NUMBER, row -> 1, county.id(), config.numberedAtOnce(), clock.instant(), county.id(), county.id());
            return !numbered.isEmpty();
        });
    }

    /** Not the clock's time: another replica's may be behind, and store something at a moment that we said is over. */
    private Instant through() {
        return reads.rows(NEWEST, row -> Jdbc.instant(row, "stored_at"), county.id()).stream()
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    private static void narrow(StringBuilder select, List<Object> values, String condition, Optional<?> value) {
        value.ifPresent(one -> {
            select.append(condition);
            values.add(one);
        });
    }
}
