package org.tianbo.cohort.search;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.tianbo.cohort.Stage;

/** What of a filter PostgreSQL looks at, and the values for its question marks, in the same order. */
final class Conditions {

    /** People {@code p} and their enrolments {@code e}; a county's villages {@code v}. */
    private static final String FROM =
            """
             from people p
             join enrolments e on e.county = p.county and e.trainee = p.id
             left join villages v on v.county = p.county and v.id = p.village
            """;

    /** Of several classes the one that was not left, of several the latest: UUIDv7 sort by when they were made. */
    private static final String IN_THEIR_CLASS =
            """
             and not exists (select 1 from enrolments o where o.county = e.county and o.trainee = e.trainee
                and (o.left_at is null, o.id) > (e.left_at is null, e.id))
            """;

    private static final String IN_VILLAGES = "p.village in (select w.id from villages w where w.county = ? and ";

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private final String county;

    private Conditions(String county) {
        this.county = county;
    }

    static Conditions of(PeopleFilter filter, String county, Instant now) {
        Conditions all = new Conditions(county);
        all.add(" where p.county = ? and e.county = ?", county, county);
        filter.words().words().forEach(word -> all.word(word, filter.mayCall()));
        filter.cohort().ifPresentOrElse(cohort -> all.add(" and e.cohort = ?", cohort), () -> all.add(IN_THEIR_CLASS));
        filter.stage().ifPresent(stage -> all.add(" and e.stage = ?", stage.name()));
        filter.town().ifPresent(town -> all.add(" and " + IN_VILLAGES + "w.town = ?)", county, town));
        filter.village().ifPresent(village -> all.add(" and p.village = ?", village));
        filter.mentor()
                .ifPresent(mentor -> all.add(
                        " and exists (select 1 from mentorships m where m.county = ? and m.trainee = p.id"
                                + " and m.mentor = ?)",
                        county,
                        mentor));
        filter.mentored().ifPresent(any -> all.has("mentorships", "trainee", any));
        filter.card().ifPresent(any -> all.has("cards", "person", any));
        filter.idleDays()
                .ifPresent(days -> all.add(
                        " and e.left_at is null and e.stage <> ? and e.last_active_at <= ?",
                        Stage.STEADY_12.name(),
                        now.minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC)));
        filter.left().ifPresent(gone -> all.add(" and e.left_at is " + (gone ? "not null" : "null")));
        return all;
    }

    void behind(ListPlace place) {
        add(
                " and (" + place.order().key().sql() + ", p.id) "
                        + (place.order().descending() ? "<" : ">") + " (?, ?)",
                place.parameter(),
                place.person());
    }

    /** From what is read, and under which conditions. */
    String sql(String furtherJoins) {
        return FROM + furtherJoins + sql;
    }

    Object[] values() {
        return values.toArray();
    }

    private void word(String word, boolean mayCall) {
        if (SearchWords.isPhoneEnd(word) && mayCall) {
            String end = new StringBuilder(word).reverse().toString();
            // The letter behind 9 is the colon: a range of bytes, which an index serves under row-level security too.
            add(" and p.phone_end >= ? and p.phone_end < ?", end, end + ":");
        } else if (SearchWords.isLatin(word)) {
            String begun = "% " + word + "%";
            String part = "%" + word + "%";
            add(
                    " and (p.spellings like ? or lower(p.name) like ? or " + IN_VILLAGES
                            + "(w.spellings like ? or lower(w.town || ' ' || w.name) like ?)))",
                    begun,
                    part,
                    county,
                    begun,
                    part);
        } else {
            String part = "%" + literally(word) + "%";
            add(
                    " and (lower(p.name) like ? or " + IN_VILLAGES + "lower(w.town || w.name) like ?))",
                    part,
                    county,
                    part);
        }
    }

    private void has(String table, String column, boolean any) {
        add(
                " and " + (any ? "" : "not ") + "exists (select 1 from " + table + " x where x.county = ? and x."
                        + column + " = p.id)",
                county);
    }

    private static String literally(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private void add(String condition, Object... parameters) {
        sql.append(condition);
        values.addAll(List.of(parameters));
    }
}
