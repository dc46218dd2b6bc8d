package org.tianbo.platform.table.rows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tianbo.platform.table.TextFormat;

/**
 * What was found in a file besides the rows that were handed on.
 *
 * @param text how a text file is written; empty for a spreadsheet
 * @param headerLine the line of the header, counted from 1
 * @param fields our names of the columns found
 * @param rows the rows below the header, good and broken; blank ones and footnotes not counted
 * @param rejected the rows left out and why, in the order of the file
 * @param footnotes the lines after the table that were taken for totals and remarks, so that nothing vanishes unseen
 */
public record TableFacts(
        Optional<TextFormat> text,
        int headerLine,
        Set<String> fields,
        int rows,
        List<RejectedRow> rejected,
        List<Integer> footnotes) {}
