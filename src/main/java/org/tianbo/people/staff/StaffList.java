package org.tianbo.people.staff;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.privacy.PhoneNumbers;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** Who works for the county, a page at a time, and what was decided about each. */
@ApplicationScoped
public class StaffList {

    private static final String MEMBER =
            """
            select s.person, p.login, p.name, p.mobile, coalesce(s.email, '') as email,
                s.role, s.all_villages, s.account, s.invited_at, s.ended_at, s.version, i.first_at, i.last_at,
                (select string_agg(v.town || ' ' || v.name, '、' order by v.reading) from staff_villages g
                    join villages v on v.county = g.county and v.id = g.village
                    where g.county = s.county and g.person = s.person) as villages
            from staff s
            join people p on p.county = s.county and p.id = s.person
            left join sign_ins i on i.county = s.county and i.person = s.person
            where s.county = ?
            """;

    private static final String PAGE =
            MEMBER + " and (s.ended_at is not null) = ? and s.person > ? order by s.person limit ?";

    private static final String OFFICERS =
            MEMBER + " and s.role = 'officer' and s.ended_at is null order by s.person limit ?";

    private static final String HISTORY =
            """
            select c.change, c.role, coalesce(c.villages, -1) as villages, c.reason, c.changed_at,
                coalesce(b.name, '') as by
            from staff_changes c
            left join people b on b.county = c.county and b.id = c.changed_by
            where c.county = ? and c.person = ? order by c.id desc limit 100
            """;

    private static final String GIVEN = "select village from staff_villages where county = ? and person = ?";

    private static final String VILLAGES = "select id, town, name from villages where county = ? order by reading, id";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final CountyReads reads;
    private final PhoneNumbers phones;
    private final CurrentCounty county;

    StaffList(CountyReads reads, PhoneNumbers phones, CurrentCounty county) {
        this.reads = reads;
        this.phones = phones;
        this.county = county;
    }

    /** A village that may be given to somebody. */
    public record VillageChoice(UUID id, String town, String name) {}

    /**
     * In the order in which they became known to the county.
     *
     * @param ended those whose access has ended, else those who have it
     * @param after the last one of the page before
     */
    public Page<StaffView, UUID> page(boolean ended, Optional<UUID> after, int size) {
        return Page.of(
                reads.rows(PAGE, this::view, county.id(), ended, after.orElse(BEFORE_ALL), size + 1),
                size,
                StaffView::id);
    }

    /** @throws org.tianbo.platform.error.NotFound for nobody of this county's staff */
    public StaffView one(UUID person) {
        return reads.rows(MEMBER + " and s.person = ?", this::view, county.id(), person).stream()
                .findFirst()
                .orElseThrow(StaffRefused::unknown);
    }

    /** The county's officers who have access, at most so many. */
    public List<StaffView> officers(int most) {
        return reads.rows(OFFICERS, this::view, county.id(), most);
    }

    /** The latest first. */
    public List<StaffHistoryLine> history(UUID person) {
        return reads.rows(
                HISTORY,
                row -> new StaffHistoryLine(
                        StaffHistoryLine.Change.valueOf(row.getString("change")),
                        row.getString("role"),
                        row.getInt("villages"),
                        row.getString("reason"),
                        row.getString("by"),
                        Jdbc.instant(row, "changed_at")),
                county.id(),
                person);
    }

    public Set<UUID> given(UUID person) {
        return reads.rows(GIVEN, row -> row.getObject(1, UUID.class), county.id(), person).stream()
                .collect(Collectors.toSet());
    }

    public List<VillageChoice> villages() {
        return reads.rows(
                VILLAGES,
                row -> new VillageChoice(row.getObject("id", UUID.class), row.getString("town"), row.getString("name")),
                county.id());
    }

    private StaffView view(ResultSet row) throws SQLException {
        return new StaffView(
                row.getObject("person", UUID.class),
                row.getString("login"),
                row.getString("name"),
                phones.open(row.getString("mobile")),
                row.getString("email"),
                row.getString("role"),
                row.getBoolean("all_villages"),
                Objects.requireNonNullElse(row.getString("villages"), ""),
                row.getString("account").toLowerCase(Locale.ROOT),
                Jdbc.instant(row, "invited_at"),
                Optional.ofNullable(Jdbc.instant(row, "first_at")),
                Optional.ofNullable(Jdbc.instant(row, "last_at")),
                Optional.ofNullable(Jdbc.instant(row, "ended_at")),
                row.getLong("version"));
    }
}
