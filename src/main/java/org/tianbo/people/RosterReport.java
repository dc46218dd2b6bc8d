package org.tianbo.people;

import java.util.List;
import org.tianbo.platform.table.rows.RejectedRow;

/**
 * What became of a roster's rows: {@code rows = accepted + merged + rejected}.
 *
 * @param accepted people taken
 * @param merged rows that repeat a person taken from an earlier row
 * @param rejected rows left out, each with everything that is wrong with it
 */
public record RosterReport(int rows, int accepted, int merged, List<RejectedRow> rejected) {}
