package org.tianbo.cohort.page.start;

import java.util.ArrayList;
import java.util.List;
import org.tianbo.cohort.page.start.CountyFirstDay.Counts;

/**
 * A step of a county's first day.
 *
 * @param count what the data says of it
 * @param of out of how many; 0 where there is no whole
 * @param next the first that is not done
 * @param address where it is done
 */
public record FirstDayStep(Kind kind, int count, int of, boolean done, boolean next, String address) {

    public enum Kind {
        VILLAGES,
        CLASS,
        ROSTER,
        MENTORS,
        SHARED,
        CARDS,
        LESSON
    }

    static List<FirstDayStep> of(Counts counts) {
        String latest = counts.latest().map(id -> "/cohorts/" + id).orElse("/cohorts");
        boolean people = counts.people() > 0;
        List<FirstDayStep> steps = new ArrayList<>();
        add(steps, Kind.VILLAGES, counts.villages(), 0, counts.villages() > 0, "/county/villages");
        add(steps, Kind.CLASS, counts.classes(), 0, counts.classes() > 0, "/cohorts#new");
        add(steps, Kind.ROSTER, counts.people(), 0, people, latest + (counts.classes() > 0 ? "/roster" : ""));
        add(steps, Kind.MENTORS, counts.mentors(), 0, counts.mentors() > 0, "/county/staff/new?role=mentor");
        add(
                steps,
                Kind.SHARED,
                counts.mentored(),
                counts.people(),
                people && counts.mentored() == counts.people(),
                latest + (counts.classes() > 0 ? "/mentors" : ""));
        add(
                steps,
                Kind.CARDS,
                counts.carded(),
                counts.people(),
                people && counts.carded() == counts.people(),
                latest + (counts.classes() > 0 ? "/cards" : ""));
        add(steps, Kind.LESSON, counts.learning(), counts.people(), counts.learning() > 0, latest);
        return steps;
    }

    private static void add(List<FirstDayStep> steps, Kind kind, int count, int of, boolean done, String address) {
        boolean next = !done && steps.stream().allMatch(FirstDayStep::done);
        steps.add(new FirstDayStep(kind, count, of, done, next, address));
    }
}
