package org.tianbo.interop.oneroster;

/**
 * A row of one of the files that was left out.
 *
 * @param line where the row begins, counted from 1; 0 for the whole file
 * @param value what stood in the cell
 */
public record FileFault(String file, int line, String field, String code, String value) {}
