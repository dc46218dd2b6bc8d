package org.tianbo.practice.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.people.People;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;

/**
 * Whose attempt it is. The trainee's own, until it is handed in: then the mentors assigned to the trainee may see it,
 * and the county's coordinators and officers. To everybody else it is not there.
 */
@ApplicationScoped
public class AttemptAccess {

    private final SignedIn signedIn;
    private final AttemptRepository attempts;
    private final People people;

    AttemptAccess(SignedIn signedIn, AttemptRepository attempts, People people) {
        this.signedIn = signedIn;
        this.attempts = attempts;
        this.people = people;
    }

    public UUID me() {
        return signedIn.id();
    }

    public Attempt own(UUID id) {
        return own(attempts.byId(id));
    }

    public Attempt ownToChange(UUID id) {
        return own(attempts.toChange(id));
    }

    public Attempt readable(UUID id) {
        return attempts.byId(id).filter(this::mayRead).orElseThrow(AttemptNotFound::new);
    }

    private Attempt own(Optional<Attempt> attempt) {
        return attempt.filter(one -> one.isOf(me())).orElseThrow(AttemptNotFound::new);
    }

    private boolean mayRead(Attempt attempt) {
        return attempt.isOf(me()) || (attempt.isHandedIn() && mayReadOthers(attempt.trainee));
    }

    /** Whether who may read one attempt may also read this one of the same trainee. */
    public boolean mayReadBeside(Attempt other) {
        return other.isOf(me()) || other.isHandedIn();
    }

    /** Whether what the host says of it is for this reader: the host's own, and the mentors' who may read it. */
    public boolean readsWordsOf(Attempt attempt) {
        return attempt.isOf(me()) || mentors(attempt.trainee);
    }

    private boolean mayReadOthers(UUID trainee) {
        return signedIn.is(Roles.COORDINATOR) || signedIn.is(Roles.OFFICER) || mentors(trainee);
    }

    private boolean mentors(UUID trainee) {
        return signedIn.is(Roles.MENTOR) && people.mentors(me(), trainee);
    }
}
