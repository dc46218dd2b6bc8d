package org.tianbo.cohort.search;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tianbo.cohort.Stage;
import org.tianbo.people.StaffVillages.Villages;
import org.tianbo.platform.privacy.PhoneNumbers;
import org.tianbo.platform.search.Folding;

/** What of a filter PostgreSQL looks at, and the values for its question marks, in the same order. */
final class Conditions {

    /** People as they are listed, {@code l}: in the class they have not left, of several the latest. */
    private static final String LISTED = " from listed_trainees l";

    /** Where a class is asked for, they are looked at in that: {@code e}. */
    private static final String OF_A_CLASS =
            " from enrolments e join listed_trainees l on l.county = e.county and l.person = e.trainee";

    private static final String IN_VILLAGES = "l.village in (select w.id from villages w where w.county = ? and ";

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private final String county;
    private final boolean ofClass;

    private Conditions(String county, boolean ofClass) {
        this.county = county;
        this.ofClass = ofClass;
    }

    /** @param villages whose people the reader sees */
    static Conditions of(PeopleFilter filter, String county, Villages villages, PhoneNumbers phones, Instant now) {
        Conditions all = new Conditions(county, filter.cohort().isPresent());
        String in = all.enrolment();
        all.add(" where l.county = ?", county);
        if (!villages.all()) {
            all.add(" and l.village = any(cast(? as uuid[]))", "{" + joined(villages) + "}");
        }
        filter.cohort().ifPresent(cohort -> all.add(" and e.county = ? and e.cohort = ?", county, cohort));
        filter.words().words().forEach(word -> all.word(word, phones, filter.mayCall()));
        filter.stage().ifPresent(stage -> all.add(" and " + in + ".stage = ?", stage.name()));
        filter.town().ifPresent(town -> all.add(" and " + IN_VILLAGES + "w.town = ?)", county, town));
        filter.village().ifPresent(village -> all.add(" and l.village = ?", village));
        filter.mentor()
                .ifPresent(mentor -> all.add(
                        " and exists (select 1 from mentorships m where m.county = ? and m.trainee = l.person"
                                + " and m.mentor = ?)",
                        county,
                        mentor));
        filter.mentored().ifPresent(any -> all.has("mentorships", "trainee", "", any));
        filter.card().ifPresent(any -> all.has("cards", "person", " and x.withdrawn_at is null", any));
        filter.idleDays()
                .ifPresent(days -> all.add(
                        " and " + in + ".left_at is null and " + in + ".stage <> ? and " + in + ".last_active_at <= ?",
                        Stage.STEADY_12.name(),
                        now.minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC)));
        filter.left().ifPresent(gone -> all.add(" and " + in + ".left_at is " + (gone ? "not null" : "null")));
        return all;
    }

    void behind(ListPlace place) {
        String direction = place.order().descending() ? "<" : ">";
        add(" and (" + key(place.order()) + ", l.person) " + direction + " (?, ?)", place.parameter(), place.person());
    }

    /** What people are sorted by. */
    String key(PeopleOrder order) {
        return order.key().sql(enrolment());
    }

    /** Where it stands how far they have come and when they last did something. */
    String enrolment() {
        return ofClass ? "e" : "l";
    }

    String count() {
        return "select count(*)" + from() + sql;
    }

    /** So many of them in that order; {@code f} in what follows. */
    String found(PeopleOrder order, int most) {
        String key = key(order);
        String in = enrolment();
        String direction = order.descending() ? " desc" : "";
        return "select l.person, " + in + ".cohort, " + in + ".stage, " + in + ".enrolled_at, " + in
                + ".last_active_at, " + in + ".left_at, " + key + " as sort_key" + from() + sql + " order by " + key
                + direction
                + ", l.person" + direction + " limit " + most;
    }

    Object[] values() {
        return values.toArray();
    }

    private String from() {
        return ofClass ? OF_A_CLASS : LISTED;
    }

    private void word(String word, PhoneNumbers phones, boolean mayCall) {
        if (SearchWords.isPhoneEnd(word) && mayCall) {
            // Ranges of bytes, which an index serves under row-level security too.
            List<PhoneNumbers.Range> ends = phones.endingWith(word);
            add(
                    ends.stream()
                            .map(end -> "l.phone_end >= ? and l.phone_end < ?")
                            .collect(Collectors.joining(" or ", " and (", ")")),
                    ends.stream()
                            .flatMap(end -> Stream.of(end.from(), end.before()))
                            .toArray());
        } else if (Folding.isLatin(word)) {
            String begun = "% " + word + "%";
            String part = "%" + word + "%";
            add(
                    " and (l.spellings like ? or l.name like ? or " + IN_VILLAGES
                            + "(w.spellings like ? or lower(w.town || ' ' || w.name) like ?)))",
                    begun,
                    part,
                    county,
                    begun,
                    part);
        } else {
            String part = "%" + literally(word) + "%";
            add(
                    " and (l.name like ? or " + IN_VILLAGES + "lower(w.town || w.name || ' ' || w.former) like ?))",
                    part,
                    county,
                    part);
        }
    }

    private void has(String table, String column, String which, boolean any) {
        add(
                " and " + (any ? "" : "not ") + "exists (select 1 from " + table + " x where x.county = ? and x."
                        + column + " = l.person" + which + ")",
                county);
    }

    private static String joined(Villages villages) {
        return villages.ids().stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private static String literally(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private void add(String condition, Object... parameters) {
        sql.append(condition);
        values.addAll(List.of(parameters));
    }
}
