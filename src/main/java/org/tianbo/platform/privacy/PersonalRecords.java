package org.tianbo.platform.privacy;

/**
 * Where things of one kind stand.
 *
 * @param table whose rows of a county they all are, to count them
 * @param select one statement with two question marks: the county, then the person. Its columns are shown to the person
 *     and taken along, so they are named for people and hold nothing of anybody else
 */
public record PersonalRecords(PersonalKind kind, String table, String select) {}
