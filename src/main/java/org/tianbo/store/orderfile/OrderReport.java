package org.tianbo.store.orderfile;

import java.util.List;
import org.tianbo.platform.table.rows.RejectedRow;

/**
 * What became of an order file's rows: {@code rows = accepted + merged + rejected}.
 *
 * @param accepted lines taken
 * @param merged rows that repeat a line of the same file
 * @param rejected rows left out, each with everything that is wrong with it
 */
public record OrderReport(int rows, int accepted, int merged, List<RejectedRow> rejected) {}
