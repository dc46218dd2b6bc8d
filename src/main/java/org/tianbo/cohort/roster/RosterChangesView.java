package org.tianbo.cohort.roster;

import java.util.ArrayList;
import java.util.List;
import org.tianbo.people.Corrections.RosterChange;

/**
 * What a corrected roster changes, as the page shows it: person by person, in the order of the file.
 *
 * @param count of all details
 * @param confirmation goes back with the form of whoever has compared them
 * @param taken whether they were taken over
 */
public record RosterChangesView(List<Person> people, int count, String confirmation, boolean taken) {

    /** One row of the file that differs. */
    public record Person(int line, String name, List<Detail> details) {}

    /** One cell that differs; {@code before} is empty where the county has nothing. */
    public record Detail(String field, String before, String now) {}

    public static RosterChangesView of(ClassRosters.Outcome outcome) {
        List<Person> people = new ArrayList<>();
        for (RosterChange change : outcome.changes().all()) {
            if (people.isEmpty() || people.get(people.size() - 1).line() != change.line()) {
                people.add(new Person(change.line(), change.name(), new ArrayList<>()));
            }
            people.get(people.size() - 1)
                    .details()
                    .add(new Detail(change.field().code(), change.before(), change.now()));
        }
        return new RosterChangesView(
                people, outcome.changes().all().size(), outcome.changes().confirmation(), outcome.corrected());
    }
}
