package org.tianbo.practice.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.tianbo.people.People;
import org.tianbo.people.StaffVillages;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;

/** Who may whisper to a host and set markers: the host's mentors, and the county's coordinators and officers. */
@ApplicationScoped
class MentorRight {

    private final SignedIn signedIn;
    private final People people;
    private final StaffVillages villages;

    MentorRight(SignedIn signedIn, People people, StaffVillages villages) {
        this.signedIn = signedIn;
        this.people = people;
        this.villages = villages;
    }

    /** Whether the reader has it. @param county the host's @param host a trainee of that county */
    boolean isReaders(String county, UUID host) {
        if (signedIn.anonymous() || !signedIn.county().equals(county)) {
            return false;
        }
        return signedIn.is(Roles.OFFICER)
                || (signedIn.is(Roles.COORDINATOR) && villages.sees(host))
                || (signedIn.is(Roles.MENTOR) && people.mentors(signedIn.id(), host));
    }
}
