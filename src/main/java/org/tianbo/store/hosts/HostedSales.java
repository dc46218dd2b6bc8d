package org.tianbo.store.hosts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.Zones;
import org.tianbo.store.Platform;

/** What stores sold through whose accounts, in this month and the twelve before. */
@ApplicationScoped
public class HostedSales {

    private static final int MONTHS_BACK = 12;

    /**
     * By whose account and month, and of all months together: of these a store or an account that sold in several
     * counts in the first of them. As many rows as there are months, however many stores.
     */
    private static final String NUMBERS =
            """
            with counted as (
                select * from hosting_counts where county = ? and month >= ? and month <= ?
            )
            select month, whose, sum(lines)::int as lines, sum(fen)::bigint as fen,
                sum(accounts)::int as accounts, sum(stores)::int as stores
            from counted group by month, whose having sum(lines) > 0
            union all
            select null, whose, sum(lines)::int, sum(fen)::bigint,
                coalesce(sum(accounts) filter (where since < ?), 0)::int,
                coalesce(sum(stores) filter (where since < ?), 0)::int
            from counted group by whose having sum(lines) > 0
            """;

    /**
     * One page of lines. The accounts are few beside what they sold: those of the owner are found first, and then
     * looked through in their order until the page is full.
     */
    private static final String LINES =
            """
            with said as (
                select distinct on (platform, host_id) platform, host_id, whose from host_accounts
                where county = ? order by platform, host_id, id desc
            ), accounts as materialized (
                select a.platform, a.host_id
                from (select distinct platform, host_id from hosted_sales
                    where county = ? and (platform, host_id) >= (?, ?)) as a
                left join said s on s.platform = a.platform and s.host_id = a.host_id
                where case when a.host_id = '' then 'NONE' else coalesce(s.whose, 'UNSAID') end = ?
            ), page as (
                select a.platform, a.host_id, sold.*
                from (select * from accounts order by platform, host_id) as a
                cross join lateral (
                    select h.store, max(h.host_name) as host_name, sum(h.lines)::int as lines, sum(h.fen)::bigint as fen
                    from hosted_sales h
                    where h.county = ? and h.platform = a.platform and h.host_id = a.host_id
                        and h.month >= ? and h.month <= ? and (h.platform, h.host_id, h.store) > (?, ?, ?)
                    group by h.store order by h.store limit ?) as sold
                order by a.platform, a.host_id, sold.store limit ?
            )
            select l.*, p.name
            from page l join stores t on t.county = ? and t.id = l.store
            join people p on p.county = t.county and p.id = t.trainee
            order by l.platform, l.host_id, l.store
            """;

    private static final String RECOUNT = "select recount_hosted_sales(?, ?)";

    private static final String RECOUNT_COUNTY = "select recount_hosting(?)";

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final Clock clock;

    HostedSales(CountyReads reads, CountyWrites writes, CurrentCounty county, Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.clock = clock;
    }

    /**
     * What one account sold for one store.
     *
     * @param host the account's number, or its name where a file has no number; empty for none
     * @param trainee whose store it is
     */
    public record Line(
            Platform platform, String host, String hostName, UUID store, String trainee, int lines, long fen) {

        public Place place() {
            return new Place(platform.name(), host, store);
        }
    }

    /** Where a page of lines ended. */
    public record Place(String platform, String host, UUID store) {

        static final Place START = new Place("", "", new UUID(0, 0));
    }

    /** The first and the last month that are counted. */
    public YearMonth from() {
        return to().minusMonths(MONTHS_BACK);
    }

    public YearMonth to() {
        return YearMonth.now(clock.withZone(Zones.SHANGHAI));
    }

    public HostedNumbers numbers() {
        LocalDate from = first(from());
        Map<Boolean, List<HostedNumbers.Sum>> sums =
                reads.rows(NUMBERS, HostedSales::sum, county.id(), from, first(to()), from, from).stream()
                        .collect(Collectors.partitioningBy(sum -> sum.month() == null));
        return new HostedNumbers(sums.get(true), sums.get(false));
    }

    /**
     * The lines behind a number, by platform, account and store.
     *
     * @param month empty for all that are counted
     */
    public Page<Line, Place> page(Whose whose, Optional<YearMonth> month, Optional<Place> after, int size) {
        Place start = after.orElse(Place.START);
        return Page.of(
                reads.rows(
                        LINES,
                        HostedSales::line,
                        county.id(),
                        county.id(),
                        start.platform(),
                        start.host(),
                        whose.name(),
                        county.id(),
                        first(month.orElse(from())),
                        first(month.orElse(to())),
                        start.platform(),
                        start.host(),
                        start.store(),
                        size + 1,
                        size + 1,
                        county.id()),
                size,
                Line::place);
    }

    /** The orders of the store have changed. */
    public void recount(UUID store) {
        writes.returning(RECOUNT, row -> store, county.id(), store);
    }

    /** Counts what all stores sold anew. @return how many counts were wrong */
    int recountCounty() {
        return writes.returning(RECOUNT_COUNTY, row -> row.getInt(1), county.id())
                .get(0);
    }

    private static LocalDate first(YearMonth month) {
        return month.atDay(1);
    }

    private static HostedNumbers.Sum sum(ResultSet row) throws SQLException {
        LocalDate month = row.getObject("month", LocalDate.class);
        return new HostedNumbers.Sum(
                month == null ? null : YearMonth.from(month),
                Whose.valueOf(row.getString("whose")),
                row.getInt("lines"),
                row.getLong("fen"),
                row.getInt("accounts"),
                row.getInt("stores"));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                Platform.valueOf(row.getString("platform")),
                row.getString("host_id"),
                row.getString("host_name"),
                row.getObject("store", UUID.class),
                row.getString("name"),
                row.getInt("lines"),
                row.getLong("fen"));
    }
}
