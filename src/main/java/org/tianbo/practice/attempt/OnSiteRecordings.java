package org.tianbo.practice.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.notification.Inbox;
import org.tianbo.notification.NewMessage;
import org.tianbo.people.Mentorships;
import org.tianbo.people.People;
import org.tianbo.people.PersonUnknown;
import org.tianbo.people.PersonView;

/** Whom a mentor or coordinator may record, and how the trainee learns that it was done. */
@ApplicationScoped
public class OnSiteRecordings {

    private static final String NOTICE = "practice.recorded-on-site";

    private final AttemptAccess access;
    private final People people;
    private final Mentorships mentorships;
    private final Inbox inbox;

    OnSiteRecordings(AttemptAccess access, People people, Mentorships mentorships, Inbox inbox) {
        this.access = access;
        this.people = people;
        this.mentorships = mentorships;
        this.inbox = inbox;
    }

    /**
     * Whom the asker may record, by name: the one who is wanted, or all whom the asker mentors.
     *
     * @throws PersonUnknown when the one wanted is nobody the asker may record
     */
    @Transactional
    public List<PersonView> trainees(Optional<UUID> wanted) {
        if (wanted.isEmpty()) {
            return people.trainees(mentorships.traineesOf(access.me()));
        }
        PersonView trainee = people.trainee(wanted.get());
        if (!access.mayRecordFor(trainee.id())) {
            throw new PersonUnknown();
        }
        return List.of(trainee);
    }

    /** Tells the trainee that a recording of them is here, and whose it is to hand in: theirs. */
    public void finished(Attempt attempt) {
        if (attempt.recordedBy != null) {
            inbox.put(new NewMessage(
                    attempt.trainee, NOTICE, attempt.id, attempt.title, attempt.finishedAt, "/practice/" + attempt.id));
        }
    }

    /** Name of who recorded it for its trainee; empty where the trainee did. */
    public Optional<String> recorderOf(Attempt attempt) {
        return Optional.ofNullable(attempt.recordedBy).map(recorder -> {
            Map<UUID, String> names = people.names(List.of(recorder));
            return names.getOrDefault(recorder, "–");
        });
    }
}
