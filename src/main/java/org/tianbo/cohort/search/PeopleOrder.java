package org.tianbo.cohort.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.tianbo.cohort.Stage;

/**
 * In which order people are listed; whoever is equal comes in the order of their ids.
 *
 * @param descending from the last to the first
 */
public record PeopleOrder(Key key, boolean descending) {

    public static final PeopleOrder BY_NAME = new PeopleOrder(Key.NAME, false);

    /** By what; names and villages as they are read. */
    public enum Key {
        NAME("l.reading", false),
        VILLAGE(
                "(coalesce((select v.reading from villages v where v.county = l.county and v.id = l.village), '')"
                        + " || ' ' || l.reading) collate \"C\"",
                false),
        STAGE(
                "(lpad(cast(coalesce(array_position(" + Stage.IN_ORDER + ", %s.stage), 0) as text), 2, '0') || ' ' ||"
                        + " l.reading) collate \"C\"",
                false),
        ACTIVE("%s.last_active_at", true),
        ENROLLED("%s.enrolled_at", true);

        private final String sql;
        private final boolean time;

        Key(String sql, boolean time) {
            this.sql = sql;
            this.time = time;
        }

        /**
         * Texts are compared by their bytes, times as times.
         *
         * @param place of the trainee in a class, as the statement names it
         */
        String sql(String place) {
            return sql.replace("%s", place);
        }

        boolean isTime() {
            return time;
        }

        /** As addresses have it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param code of the key, with a minus in front for descending; empty when there is no such order */
    public static Optional<PeopleOrder> of(String code) {
        boolean descending = code.startsWith("-");
        String key = descending ? code.substring(1) : code;
        return Arrays.stream(Key.values())
                .filter(one -> one.code().equals(key))
                .findFirst()
                .map(one -> new PeopleOrder(one, descending));
    }

    public String code() {
        return (descending ? "-" : "") + key.code();
    }

    /** The other way round. */
    public PeopleOrder reversed() {
        return new PeopleOrder(key, !descending);
    }
}
