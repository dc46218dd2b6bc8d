package org.tianbo.people;

import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Takes a roster's people into the county: read and checked, found again or added. */
public interface Rosters {

    /**
     * Reads and checks a roster against the county's villages; stores nothing.
     *
     * @throws org.tianbo.platform.table.UnreadableTable when the file is no roster at all
     */
    Roster read(InputStream file);

    /** The rows of the file that could not be taken, under its header and with the reason, for somebody to mend. */
    String rejectedRows(byte[] file, Locale locale);

    /** Those of the roster whom the county already knows by their identity number: line to person. */
    Map<Integer, UUID> known(Roster roster);

    /**
     * Adds those the county does not know yet, each with a login of their own and no account; whoever is known stays as
     * they are until {@link Corrections} takes over what the roster says.
     *
     * @return every line's person
     */
    Map<Integer, UUID> join(Roster roster);
}
