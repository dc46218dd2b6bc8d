package org.tianbo.cohort.cards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
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
        List<Integer> counts = members.counts(cohort, Filter.ALL, Filter.WITHOUT_CARD, Filter.WITHOUT_MENTOR);
        return new Lacking(counts.get(0), counts.get(1), counts.get(2));
    }
}
