package org.tianbo.store.orders;

import java.util.List;
import org.tianbo.platform.table.rows.RejectedRow;

/**
 * What came of an order file, or would come of it: {@code rows = new + changed + unchanged + merged + earlier + held +
 * rejected}.
 *
 * @param added lines not met before
 * @param changed lines of which this file knows later events
 * @param unchanged lines known already, as far on their way or further
 * @param merged rows that repeat a line of the same file
 * @param earlier lines of orders placed while the store was not open; they do not count
 * @param held lines of orders that another store of the county has brought; they wait for a decision
 * @param rejected rows left out, each with everything that is wrong with it
 */
public record ImportReport(
        boolean dryRun,
        int rows,
        int added,
        int changed,
        int unchanged,
        int merged,
        int earlier,
        int held,
        List<RejectedRow> rejected) {}
