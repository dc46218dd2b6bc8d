package org.tianbo.people;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.tianbo.platform.table.rows.RejectedRow;

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

    /** Waits for rosters that are being taken in; until the caller's transaction ends no other is. */
    void lock();

    /** A roster as read: the people it brings, and the report for whoever brought it. */
    record Roster(RosterReport report, List<RosterLine> people) {}

    /**
     * What became of a roster's rows: {@code rows = accepted + merged + rejected}.
     *
     * @param accepted people taken
     * @param merged rows that repeat a person taken from an earlier row
     * @param rejected rows left out, each with everything that is wrong with it
     */
    record RosterReport(int rows, int accepted, int merged, List<RejectedRow> rejected) {}

    /** A village as people write it: its own name repeats from town to town, so the town belongs to it. */
    record VillageName(String town, String name) {}

    /**
     * One person on a roster, cleaned and checked.
     *
     * @param line the person's line in the file, counted from 1
     * @param mobile eleven digits
     * @param idLastFour the end of the identity number, for people to tell each other apart by
     * @param idHash the keyed hash of the identity number: who the person is
     * @param birthYear from the identity number
     * @param category as the file has it, for example 种植户; may be empty
     * @param note may be empty
     * @param earlierCourses what they learned before and elsewhere; may be empty
     */
    record RosterLine(
            int line,
            String name,
            String mobile,
            String idLastFour,
            String idHash,
            Gender gender,
            int birthYear,
            VillageName village,
            String category,
            String note,
            String earlierCourses) {

        public RosterLine withCourses(String courses) {
            return new RosterLine(
                    line, name, mobile, idLastFour, idHash, gender, birthYear, village, category, note, courses);
        }

        /** Personal data stays out of logs that print a line in passing. */
        @Override
        public String toString() {
            return "RosterLine[line=" + line + "]";
        }
    }
}
