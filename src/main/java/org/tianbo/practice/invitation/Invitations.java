package org.tianbo.practice.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.platform.data.Ids;
import org.tianbo.practice.PracticeSettings;
import org.tianbo.practice.attempt.Attempt;
import org.tianbo.practice.attempt.AttemptAccess;
import org.tianbo.practice.hls.LiveRepository;

/** Invites people to watch an own rehearsal, and takes it back. */
@ApplicationScoped
public class Invitations {

    private static final Logger LOG = Logger.getLogger(Invitations.class);
    private static final int MOST = 20;

    private final AttemptAccess access;
    private final InvitationRepository invitations;
    private final LiveRepository lives;
    private final InvitationLinks links;
    private final PracticeSettings settings;
    private final Clock clock;

    Invitations(
            AttemptAccess access,
            InvitationRepository invitations,
            LiveRepository lives,
            InvitationLinks links,
            PracticeSettings settings,
            Clock clock) {
        this.access = access;
        this.invitations = invitations;
        this.lives = lives;
        this.links = links;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param path of the link, under our own address @param name may be empty */
    public record Invited(UUID id, InvitedAudience audience, String name, Instant endsAt, String path) {}

    /**
     * What a host sees of it.
     *
     * @param open whether somebody can still be invited
     * @param daysKept for which what is said, and who watched, is kept after the end
     */
    public record HostView(UUID attempt, String title, boolean open, List<Invited> invited, long daysKept) {}

    /** Those that hold, in the order they were made. */
    @Transactional
    public HostView of(UUID id) {
        Attempt attempt = access.own(id);
        Instant now = clock.instant();
        return new HostView(
                id,
                attempt.title,
                attempt.isOpen(),
                invitations.of(id).stream()
                        .filter(one ->
                                one.withdrawnAt().isEmpty() && one.endsAt().isAfter(now))
                        .map(one -> invited(attempt.county, one))
                        .toList(),
                settings.talkKept().toDays());
    }

    @Transactional
    public Invited invite(UUID id, InvitedAudience audience, String name) {
        Attempt attempt = access.ownToChange(id);
        if (!attempt.isOpen()) {
            throw InvitationRefused.ended();
        }
        if (invitations.of(id).size() >= MOST) {
            throw InvitationRefused.tooMany(MOST);
        }
        Invitation invitation =
                Invitation.of(Ids.next(), id, audience, name.strip(), attempt.bookedFor, clock.instant());
        invitations.add(invitation);
        lives.nextEvent(id);
        LOG.infof("Attempt %s may be watched by %s", id, audience.word());
        return invited(attempt.county, invitation);
    }

    /** Whoever watches by it is sent away within a second; again is the same as once. */
    @Transactional
    public void withdraw(UUID id, UUID invitation) {
        access.own(id);
        if (invitations.byId(invitation).filter(one -> one.attempt().equals(id)).isEmpty()) {
            throw InvitationRefused.unknown();
        }
        if (invitations.withdraw(id, invitation, clock.instant())) {
            lives.nextEvent(id);
        }
    }

    private Invited invited(String county, Invitation invitation) {
        return new Invited(
                invitation.id(),
                invitation.audience(),
                invitation.name(),
                invitation.endsAt(),
                links.path(county, invitation.id()));
    }
}
