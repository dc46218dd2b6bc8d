package org.tianbo.cohort.page.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tianbo.cohort.search.PeopleOrder;

/**
 * The head of a column of a list.
 *
 * @param column null for the names
 * @param words what it says
 * @param href the address of the list sorted by it, the other way round where it is so already; empty where people are
 *     not sorted by it
 * @param sorted {@code ascending}, {@code descending} or empty, as {@code aria-sort} says it
 */
record ListHead(PeopleColumn column, String words, String href, String sorted) {

    static List<ListHead> of(PeopleQuery query, List<PeopleColumn> columns, SearchMessages words) {
        List<ListHead> heads = new ArrayList<>();
        heads.add(of(null, words.name(), Optional.of(PeopleOrder.BY_NAME), query));
        columns.forEach(
                column -> heads.add(of(column, words.column(column), Optional.ofNullable(column.order()), query)));
        return heads;
    }

    private static ListHead of(PeopleColumn column, String words, Optional<PeopleOrder> order, PeopleQuery query) {
        PeopleOrder now = query.order();
        boolean sorted = order.isPresent() && order.get().key() == now.key();
        return new ListHead(
                column,
                words,
                order.map(first -> query.sorted(sorted ? now.reversed() : first).address())
                        .orElse(""),
                sorted ? now.descending() ? "descending" : "ascending" : "");
    }
}
