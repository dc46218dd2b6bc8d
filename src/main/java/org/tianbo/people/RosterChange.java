package org.tianbo.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * One detail in which a row of a roster differs from what the county has of the same person.
 *
 * @param line where the person stands in the file, counted from 1
 * @param name of the person, as the county has it
 * @param before what the county has; empty for nothing. A village with its town, a gender as {@link Gender} names it
 * @param now what the roster says
 */
public record RosterChange(int line, UUID person, String name, PersonField field, String before, String now) {

    /**
     * What a row would change. A cell left empty says nothing: a roster without notes does not delete them.
     *
     * @param village the known person's; null for none
     */
    static List<RosterChange> of(RosterLine line, Person known, VillageName village) {
        List<RosterChange> changes = new ArrayList<>();
        compare(changes, line, known, PersonField.NAME, PersonName.normal(known.name), line.name());
        compare(changes, line, known, PersonField.PHONE, known.mobile, line.mobile());
        compare(changes, line, known, PersonField.VILLAGE, text(village), text(line.village()));
        compare(
                changes,
                line,
                known,
                PersonField.GENDER,
                known.gender,
                line.gender().name());
        compare(changes, line, known, PersonField.CATEGORY, known.category, line.category());
        compare(changes, line, known, PersonField.NOTE, known.note, line.note());
        return changes;
    }

    private static void compare(
            List<RosterChange> changes, RosterLine line, Person known, PersonField field, String has, String now) {
        String before = Objects.toString(has, "");
        if (!now.isEmpty() && !now.equals(before)) {
            changes.add(new RosterChange(line.line(), known.id, known.name, field, before, now));
        }
    }

    static String text(VillageName village) {
        return village == null ? "" : village.town() + " " + village.name();
    }

    /** Personal data stays out of logs that print a change in passing. */
    @Override
    public String toString() {
        return "RosterChange[line=" + line + ", field=" + field + "]";
    }
}
