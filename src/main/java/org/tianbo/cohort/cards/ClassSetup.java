package org.tianbo.cohort.cards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import org.tianbo.cohort.enrolment.EnrolmentRepository;
import org.tianbo.people.Cards;
import org.tianbo.people.Mentorships;

/**
 * Whether the people of a class can begin at all: without a card nobody signs in, without a mentor nobody is graded.
 */
@ApplicationScoped
public class ClassSetup {

    private final EnrolmentRepository enrolments;
    private final Cards cards;
    private final Mentorships mentorships;

    ClassSetup(EnrolmentRepository enrolments, Cards cards, Mentorships mentorships) {
        this.enrolments = enrolments;
        this.cards = cards;
        this.mentorships = mentorships;
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
        Set<UUID> people = enrolments.presentIn(cohort);
        return new Lacking(
                people.size(), people.size() - cards.holders(people), people.size() - mentorships.withMentor(people));
    }
}
