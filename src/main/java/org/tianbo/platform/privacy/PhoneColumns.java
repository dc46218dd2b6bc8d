package org.tianbo.platform.privacy;

import java.util.List;

/** Where a feature keeps phone numbers. What stands there from before numbers were sealed is sealed by a job. */
public interface PhoneColumns {

    List<Column> columns();

    /**
     * One column of a table whose rows have an {@code id} within the county; the function {@code seal_phone} knows it.
     *
     * @param inText whether numbers stand among words
     */
    record Column(String table, String name, boolean inText) {}
}
