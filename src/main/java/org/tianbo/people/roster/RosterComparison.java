package org.tianbo.people.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tianbo.people.Corrections.PersonField;
import org.tianbo.people.Corrections.RosterChange;
import org.tianbo.people.Rosters.RosterLine;
import org.tianbo.people.Rosters.VillageName;

/** A row of a roster beside what the county has of the same person. */
final class RosterComparison {

    private RosterComparison() {}

    /**
     * What a row would change. A cell left empty says nothing: a roster without notes does not delete them.
     *
     * @param village the known person's; null for none
     */
    static List<RosterChange> of(RosterLine line, KnownPerson known, VillageName village) {
        List<RosterChange> changes = new ArrayList<>();
        compare(changes, line, known, PersonField.NAME, PersonName.normal(known.name()), line.name());
        compare(changes, line, known, PersonField.PHONE, known.mobile(), line.mobile());
        compare(
                changes,
                line,
                known,
                PersonField.VILLAGE,
                RosterChange.text(village),
                RosterChange.text(line.village()));
        compare(
                changes,
                line,
                known,
                PersonField.GENDER,
                known.gender(),
                line.gender().name());
        compare(changes, line, known, PersonField.CATEGORY, known.category(), line.category());
        compare(changes, line, known, PersonField.NOTE, known.note(), line.note());
        return changes;
    }

    private static void compare(
            List<RosterChange> changes, RosterLine line, KnownPerson known, PersonField field, String has, String now) {
        String before = Objects.toString(has, "");
        if (!now.isEmpty() && !now.equals(before)) {
            changes.add(new RosterChange(line.line(), known.id(), known.name(), field, before, now));
        }
    }
}
