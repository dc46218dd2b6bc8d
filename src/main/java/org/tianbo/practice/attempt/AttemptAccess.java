package org.tianbo.practice.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.people.People;
import org.tianbo.people.StaffVillages;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;

/**
 * Whose attempt it is. The trainee's own, until it is handed in: then the mentors assigned to the trainee may see it,
 * the county's officers, and its coordinators as far as they see the trainee. To everybody else it is not there.
 *
 * <p>Whoever records one for a trainee on site sends to it as the trainee would, and is told how far that has come. It
 * is theirs in nothing else: watching, handing in and, once it is whole, deleting it are the trainee's.
 */
@ApplicationScoped
public class AttemptAccess {

    private final SignedIn signedIn;
    private final AttemptRepository attempts;
    private final People people;
    private final StaffVillages villages;

    AttemptAccess(SignedIn signedIn, AttemptRepository attempts, People people, StaffVillages villages) {
        this.signedIn = signedIn;
        this.attempts = attempts;
        this.people = people;
        this.villages = villages;
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

    /** One to which the asker may send. */
    public Attempt sendable(UUID id) {
        return sendable(attempts.byId(id));
    }

    public Attempt sendableToChange(UUID id) {
        return sendable(attempts.toChange(id));
    }

    /** Whether one that was {@link #sendableToChange} before still takes chunks; held until this transaction ends. */
    public boolean holdUploading(UUID id) {
        return attempts.holdUploading(id);
    }

    /** One that the asker may delete as far as its state allows; on site only until all of it is here. */
    public Attempt deletable(UUID id) {
        Attempt attempt = sendableToChange(id);
        if (!attempt.isOf(me()) && !attempt.isOpen()) {
            throw AttemptConflict.notIn(attempt.state);
        }
        return attempt;
    }

    public Attempt readable(UUID id) {
        return attempts.byId(id).filter(this::mayRead).orElseThrow(AttemptNotFound::new);
    }

    /** One of which the asker may know how far it has come, if not what it shows. */
    public Attempt followable(UUID id) {
        return attempts.byId(id)
                .filter(one -> mayRead(one) || recordsOnSite(one))
                .orElseThrow(AttemptNotFound::new);
    }

    /** Whether the asker may record for this trainee: a mentor of theirs, or a coordinator who sees them. */
    public boolean mayRecordFor(UUID trainee) {
        return coordinates(trainee) || mentors(trainee);
    }

    private Attempt sendable(Optional<Attempt> attempt) {
        return attempt.filter(one -> one.isOf(me()) || recordsOnSite(one)).orElseThrow(AttemptNotFound::new);
    }

    private boolean recordsOnSite(Attempt attempt) {
        return me().equals(attempt.recordedBy) && mayRecordFor(attempt.trainee);
    }

    private Attempt own(Optional<Attempt> attempt) {
        return attempt.filter(one -> one.isOf(me())).orElseThrow(AttemptNotFound::new);
    }

    /** Whether the asker is the one who rehearsed. */
    public boolean isOwn(Attempt attempt) {
        return attempt.isOf(me());
    }

    /** Whether the asker may see what it shows and what is said of it. */
    public boolean mayRead(Attempt attempt) {
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
        return signedIn.is(Roles.OFFICER) || coordinates(trainee) || mentors(trainee);
    }

    private boolean coordinates(UUID trainee) {
        return signedIn.is(Roles.COORDINATOR) && villages.sees(trainee);
    }

    private boolean mentors(UUID trainee) {
        return signedIn.is(Roles.MENTOR) && people.mentors(me(), trainee);
    }
}
