package org.tianbo.attendance.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.tianbo.attendance.SessionUnknown;
import org.tianbo.attendance.schedule.ClassSessions;
import org.tianbo.attendance.schedule.SessionView;
import org.tianbo.people.IdentityProviderUnavailable;
import org.tianbo.people.Mentorships;
import org.tianbo.people.Mentorships.Mentor;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;

/** Whose sessions the reader may see: the office all of the county's, a mentor those that they teach. */
@ApplicationScoped
class SessionAccess {

    private final ClassSessions sessions;
    private final Mentorships mentorships;
    private final SignedIn signedIn;

    SessionAccess(ClassSessions sessions, Mentorships mentorships, SignedIn signedIn) {
        this.sessions = sessions;
        this.mentorships = mentorships;
        this.signedIn = signedIn;
    }

    /** @throws SessionUnknown for one that the reader may not see */
    SessionView readable(UUID id) {
        SessionView session = sessions.session(id);
        if (!seesAll() && !teaches(session)) {
            throw new SessionUnknown();
        }
        return session;
    }

    /** @throws SessionUnknown for one whose list the reader may not keep */
    SessionView taught(UUID id) {
        SessionView session = sessions.session(id);
        if (!keepsLists(session)) {
            throw new SessionUnknown();
        }
        return session;
    }

    boolean keepsLists(SessionView session) {
        return plans() || teaches(session);
    }

    /** Whether the reader plans sessions and corrects what was planned. */
    boolean plans() {
        return signedIn.is(Roles.COORDINATOR) || signedIn.is(Roles.OFFICER);
    }

    boolean seesAll() {
        return plans() || signedIn.is(Roles.AUDITOR);
    }

    /** Somebody who can be chosen as a teacher; the reader has an empty name. */
    record Choice(String id, String name) {}

    /**
     * Who can be chosen as a teacher: the reader, the county's mentors unless Keycloak is away, and whoever was chosen
     * before.
     */
    List<Choice> teachers(UUID chosen, String chosenName) {
        Map<UUID, String> choices = new LinkedHashMap<>();
        choices.put(signedIn.id(), "");
        mentors().forEach(mentor -> choices.putIfAbsent(mentor.id(), mentor.name()));
        if (chosen != null) {
            choices.putIfAbsent(chosen, chosenName);
        }
        return choices.entrySet().stream()
                .map(choice -> new Choice(choice.getKey().toString(), choice.getValue()))
                .toList();
    }

    private List<Mentor> mentors() {
        try {
            return mentorships.mentors();
        } catch (IdentityProviderUnavailable away) {
            return List.of();
        }
    }

    private boolean teaches(SessionView session) {
        return signedIn.is(Roles.MENTOR) && Objects.equals(session.details().teacher(), signedIn.id());
    }
}
