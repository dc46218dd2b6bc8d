package org.tianbo.cohort.followup;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A line of the work list: somebody to be visited, or who was.
 *
 * @param round from 1
 * @param months after the class's end, as they are reckoned for this visit
 * @param due the day
 * @param mobile empty for those who may not call, and where there is none
 * @param village empty with the town for people who have none
 * @param visitor null while nobody is to go
 * @param visitorName empty while nobody is to go
 * @param doneOn null while it is not done
 * @param tries how often nobody was reached
 */
public record DueVisit(
        UUID cohort,
        String className,
        UUID trainee,
        int round,
        int months,
        LocalDate due,
        DueState state,
        String name,
        String mobile,
        String town,
        String village,
        UUID visitor,
        String visitorName,
        LocalDate doneOn,
        int tries) {

    /** Its place in the list. */
    public Position position() {
        return new Position(due, trainee, round);
    }

    /** The page of the visit, without its host. */
    public String address() {
        return "/follow-up/" + cohort + "/" + trainee + "/" + round;
    }

    /** Behind this visit in the list. */
    public record Position(LocalDate due, UUID trainee, int round) {}
}
