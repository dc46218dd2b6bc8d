package org.tianbo.people;

/**
 * One person on a roster, cleaned and checked.
 *
 * @param line the person's line in the file, counted from 1
 * @param mobile eleven digits
 * @param idLastFour the end of the identity number, for people to tell each other apart by
 * @param idHash the keyed hash of the identity number: who the person is
 * @param category as the file has it, for example 种植户; may be empty
 * @param note may be empty
 */
public record RosterLine(
        int line,
        String name,
        String mobile,
        String idLastFour,
        String idHash,
        Gender gender,
        VillageName village,
        String category,
        String note) {

    /** Personal data stays out of logs that print a line in passing. */
    @Override
    public String toString() {
        return "RosterLine[line=" + line + "]";
    }
}
