package org.tianbo.store.hosts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.store.Platform;
import org.tianbo.store.StoreRefused;

/** Accounts that sold for stores of the county, and what the office says of them: appended, with a reason. */
@ApplicationScoped
public class HostAccounts {

    private static final Logger LOG = Logger.getLogger(HostAccounts.class);
    private static final int LONGEST_REASON = 200;
    private static final int MOST_SAID = 50;

    /** As the store that began first has it, by its latest month. */
    private static final String NAME =
            """
            select h.host_name from hosted_sales h where h.county = ? and h.platform = ? and h.host_id = ?
            order by h.store, h.month desc limit 1
            """;

    private static final String STORES =
            """
            select h.store, p.name, sum(h.lines)::int as lines, sum(h.fen)::bigint as fen
            from hosted_sales h join stores t on t.county = h.county and t.id = h.store
            join people p on p.county = t.county and p.id = t.trainee
            where h.county = ? and h.platform = ? and h.host_id = ? and h.store > ?
            group by h.store, p.name order by h.store limit ?
            """;

    private static final String SAID =
            """
            select a.whose, a.reason, a.said_at, p.name from host_accounts a
            join people p on p.county = a.county and p.id = a.said_by
            where a.county = ? and a.platform = ? and a.host_id = ? order by a.id desc limit %d
            """
                    .formatted(MOST_SAID);

    private static final String SAY =
            """
            insert into host_accounts (county, id, platform, host_id, whose, reason, said_by, said_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) returning id
            """;

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final Clock clock;

    HostAccounts(CountyReads reads, CountyWrites writes, CurrentCounty county, Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.clock = clock;
    }

    /**
     * An account.
     *
     * @param stores a page of those for which it sold, by their age
     * @param said the latest first, fifty at most
     */
    public record Account(Platform platform, String host, String name, Page<ForStore, UUID> stores, List<Said> said) {}

    /** What it sold for one store, ever. @param trainee whose store it is */
    public record ForStore(UUID store, String trainee, int lines, long fen) {}

    /** What somebody said of it. */
    public record Said(Whose whose, String reason, Instant at, String by) {}

    /**
     * @param after the last store of the page before
     * @param size how many stores a page holds
     * @throws NotFound when it sold nothing in this county
     */
    public Account account(Platform platform, String host, Optional<UUID> after, int size) {
        return new Account(
                platform,
                host,
                name(platform, host),
                Page.of(
                        reads.rows(
                                STORES,
                                HostAccounts::store,
                                county.id(),
                                platform.name(),
                                host,
                                after.orElse(new UUID(0, 0)),
                                size + 1),
                        size,
                        ForStore::store),
                reads.rows(SAID, HostAccounts::said, county.id(), platform.name(), host));
    }

    private String name(Platform platform, String host) {
        List<String> names = host.isEmpty()
                ? List.of()
                : reads.rows(NAME, row -> row.getString("host_name"), county.id(), platform.name(), host);
        return names.stream().findFirst().orElseThrow(() -> new NotFound("store.host-unknown"));
    }

    /**
     * Writes down whose an account is; the latest word counts.
     *
     * @param whose null where nothing was chosen
     * @throws Refused when a field does not fit
     */
    public void say(Platform platform, String host, Whose whose, String reason, UUID by) {
        name(platform, host);
        String why = Objects.toString(reason, "").strip().replace("\u0000", "");
        if (whose == null || !Whose.SAYABLE.contains(whose)) {
            throw StoreRefused.wrong("whose", "store.whose-missing");
        }
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw StoreRefused.wrong("reason", why.isEmpty() ? "store.whose-reason" : "store.whose-reason-long");
        }
        writes.returning(
                SAY,
                row -> row.getObject(1),
                county.id(),
                Ids.next(),
                platform.name(),
                host,
                whose.name(),
                why,
                by,
                clock.instant());
        LOG.infof("An account of %s was said to be of %s by %s", platform, whose, by);
    }

    private static ForStore store(ResultSet row) throws SQLException {
        return new ForStore(
                row.getObject("store", UUID.class), row.getString("name"), row.getInt("lines"), row.getLong("fen"));
    }

    private static Said said(ResultSet row) throws SQLException {
        return new Said(
                Whose.valueOf(row.getString("whose")),
                row.getString("reason"),
                Jdbc.instant(row, "said_at"),
                row.getString("name"));
    }
}
