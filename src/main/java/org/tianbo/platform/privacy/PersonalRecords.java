package org.tianbo.platform.privacy;

import java.util.List;
import java.util.UUID;

/**
 * Where things of one kind stand.
 *
 * @param table whose rows of a county they all are, to count them
 * @param select one statement with two question marks: the county, then the person. Its columns are shown to the person
 *     and taken along, so they are named for people and hold nothing of anybody else
 * @param reading how rows are read that are not stored as people read them
 */
public record PersonalRecords(PersonalKind kind, String table, String select, Reading reading) {

    /** Rows that people read as they are stored. */
    public PersonalRecords(PersonalKind kind, String table, String select) {
        this(kind, table, select, (person, rows) -> rows);
    }

    /** Makes rows readable. */
    public interface Reading {

        /**
         * @param rows of the person, each a JSON object
         * @return as many, in the same order
         */
        List<String> of(UUID person, List<String> rows);
    }
}
