package org.tianbo.cohort.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.RosterChanged;
import org.tianbo.people.Corrections.PersonField;
import org.tianbo.people.Corrections.RosterChange;
import org.tianbo.people.Rosters.Roster;
import org.tianbo.people.Rosters.RosterLine;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** What a roster tells of courses that its people took before and elsewhere; a cell left empty says nothing. */
@ApplicationScoped
class EarlierCourses {

    private static final String HAVE =
            """
            select trainee, earlier_courses from enrolments
            where county = ? and cohort = ? and trainee = any(?::uuid[])
            """;

    private static final String WRITE =
            """
            update enrolments e set earlier_courses = one.courses
            from unnest(?::uuid[], ?::text[]) as one (trainee, courses)
            where e.county = ? and e.cohort = ? and e.trainee = one.trainee and e.earlier_courses <> one.courses
            returning e.trainee
            """;

    private static final String CORRECT =
            """
            update enrolments e set earlier_courses = one.courses
            from unnest(?::uuid[], ?::text[], ?::text[]) as one (trainee, before, courses)
            where e.county = ? and e.cohort = ? and e.trainee = one.trainee and e.earlier_courses = one.before
            returning e.trainee
            """;

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final Event<RosterChanged> changed;
    private final Clock clock;

    EarlierCourses(
            CountyReads reads, CountyWrites writes, CurrentCounty county, Event<RosterChanged> changed, Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.changed = changed;
        this.clock = clock;
    }

    private record Having(UUID trainee, String courses) {}

    /** Of whom the roster tells something, and what. @param people by their lines */
    static Map<UUID, String> told(Roster roster, Map<Integer, UUID> people) {
        Map<UUID, String> told = new HashMap<>();
        for (RosterLine line : roster.people()) {
            if (!line.earlierCourses().isEmpty() && people.containsKey(line.line())) {
                told.put(people.get(line.line()), line.earlierCourses());
            }
        }
        return told;
    }

    /** Where the roster tells of people of the class something else than what stands. */
    List<RosterChange> differing(UUID cohort, Roster roster, Map<Integer, UUID> people) {
        Map<UUID, String> told = told(roster, people);
        if (told.isEmpty()) {
            return List.of();
        }
        Map<UUID, String> have = new HashMap<>();
        reads.rows(
                        HAVE,
                        row -> new Having(row.getObject("trainee", UUID.class), row.getString("earlier_courses")),
                        county.id(),
                        cohort,
                        told.keySet())
                .forEach(one -> have.put(one.trainee(), one.courses()));
        List<RosterChange> changes = new ArrayList<>();
        for (RosterLine line : roster.people()) {
            UUID person = people.get(line.line());
            String now = told.get(person);
            if (now != null && have.containsKey(person) && !now.equals(have.get(person))) {
                changes.add(new RosterChange(
                        line.line(), person, line.name(), PersonField.EARLIER_COURSES, have.get(person), now));
            }
        }
        return changes;
    }

    /** Writes it down for people of the class, within the caller's transaction; the ledger is told. */
    void write(UUID cohort, Map<UUID, String> courses) {
        if (courses.isEmpty()) {
            return;
        }
        List<UUID> trainees = new ArrayList<>(courses.keySet());
        List<String> texts = trainees.stream().map(courses::get).toList();
        tell(
                cohort,
                writes.returning(WRITE, row -> row.getObject(1, UUID.class), trainees, texts, county.id(), cohort));
    }

    /**
     * Takes these changes over, within the caller's transaction; the ledger is told.
     *
     * @throws Refused when something else stands by now, written meanwhile by somebody else
     */
    void correct(UUID cohort, List<RosterChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        List<UUID> written = writes.returning(
                CORRECT,
                row -> row.getObject(1, UUID.class),
                changes.stream().map(RosterChange::person).toList(),
                changes.stream().map(RosterChange::before).toList(),
                changes.stream().map(RosterChange::now).toList(),
                county.id(),
                cohort);
        if (written.size() < changes.size()) {
            throw CohortRefused.because("confirm", "cohort.changes-differ");
        }
        tell(cohort, written);
    }

    private void tell(UUID cohort, List<UUID> written) {
        if (!written.isEmpty()) {
            changed.fire(new RosterChanged(county.id(), cohort, Set.copyOf(written), clock.instant()));
        }
    }
}
