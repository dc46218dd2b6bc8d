package org.tianbo.platform.table;

/**
 * Why a row was left out.
 *
 * @param line where the row begins in the file, counted from 1
 * @param field our name of the column, or {@code row} where the fault is no single cell's
 * @param code a stable code whose text stands with the fault texts
 */
public record RowFault(int line, String field, String code) {}
