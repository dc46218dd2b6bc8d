package org.tianbo.cohort.counts;

import java.util.ArrayList;
import java.util.List;

/** What of a filter PostgreSQL looks at, and the values for its question marks, in the same order. */
final class CountConditions {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** Of a table with columns {@code county, cohort, village, age_band, category}. */
    static CountConditions of(CountFilter filter, String county) {
        CountConditions all = new CountConditions();
        all.add("county = ?", county);
        filter.cohort().ifPresent(cohort -> all.add(" and cohort = ?", cohort));
        filter.village().ifPresent(village -> all.add(" and village = ?", village));
        filter.town()
                .ifPresent(town -> all.add(
                        " and village in (select v.id from villages v where v.county = ? and v.town = ?)",
                        county,
                        town));
        filter.among().ifPresent(villages -> all.add(" and village = any (?::uuid[])", villages));
        filter.age().ifPresent(age -> all.add(" and age_band = ?", age.number()));
        filter.category().ifPresent(category -> all.add(" and category = ?", category));
        return all;
    }

    void add(String condition, Object... parameters) {
        sql.append(condition);
        values.addAll(List.of(parameters));
    }

    String sql() {
        return sql.toString();
    }

    List<Object> values() {
        return values;
    }
}
