package org.tianbo.platform.table;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;

/**
 * What was found in a file besides the rows that were handed on.
 *
 * @param headerLine the line of the header, counted from 1
 * @param fields our names of the columns found
 * @param rows the rows below the header, good and broken; blank ones and footnotes not counted
 * @param broken the rows left out and why, in the order of the file
 * @param footnotes the lines after the table that were taken for totals and remarks, so that nothing vanishes unseen
 */
public record TableFacts(
        Charset charset,
        char delimiter,
        int headerLine,
        Set<String> fields,
        int rows,
        List<RowFault> broken,
        List<Integer> footnotes) {}
