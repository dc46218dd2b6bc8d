package org.tianbo.cohort.cards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.tianbo.cohort.enrolment.ClassMembers;
import org.tianbo.cohort.enrolment.ClassMembers.Filter;

/**
 * What the people of a class still lack: nobody signs in without a card, nobody is graded without a mentor.
 */
@ApplicationScoped
public class ClassSetup {

    private final ClassMembers members;

    ClassSetup(ClassMembers members) {
        this.members = members;
    }

    /**
     * How many still in the class cannot begin.
     *
     * @param people all who are still in the class
     */
    public record Lacking(int people, int card, int mentor) {

        public boolean everybodyLacksCards() {
            return people > 0 && card == people;
        }

        public boolean everybodyLacksMentors() {
            return people > 0 && mentor == people;
        }
    }

    @Transactional
    public Lacking lacking(UUID cohort) {
        return new Lacking(
                members.count(cohort, Filter.ALL),
                members.count(cohort, Filter.WITHOUT_CARD),
                members.count(cohort, Filter.WITHOUT_MENTOR));
    }
}
