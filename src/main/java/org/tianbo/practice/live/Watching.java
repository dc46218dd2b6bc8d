package org.tianbo.practice.live;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.practice.PracticeConfig;
import org.tianbo.practice.PracticeSettings;
import org.tianbo.practice.attempt.Attempt;
import org.tianbo.practice.attempt.AttemptRepository;
import org.tianbo.practice.hls.LiveRepository.Name;
import org.tianbo.practice.invitation.Invitation;
import org.tianbo.practice.invitation.InvitationLinks;
import org.tianbo.practice.invitation.InvitationLinks.Viewer;
import org.tianbo.practice.invitation.InvitationRefused;
import org.tianbo.practice.invitation.InvitationRepository;
import org.tianbo.practice.plan.Plan;

/** What those who hold an invitation's link may do. Each call checks that it still holds. */
@ApplicationScoped
public class Watching {

    private final InvitationLinks links;
    private final InvitationRepository invitations;
    private final AttemptRepository attempts;
    private final People people;
    private final WatchedLives watched;
    private final LiveStreams streams;
    private final LiveEvents events;
    private final ViewerRepository viewers;
    private final SignedIn signedIn;
    private final MentorRight right;
    private final Crowds crowds;
    private final PracticeConfig.Live limits;
    private final PracticeSettings settings;
    private final CurrentCounty county;
    private final Clock clock;

    Watching(
            InvitationLinks links,
            InvitationRepository invitations,
            AttemptRepository attempts,
            People people,
            WatchedLives watched,
            LiveStreams streams,
            LiveEvents events,
            ViewerRepository viewers,
            SignedIn signedIn,
            MentorRight right,
            Crowds crowds,
            PracticeConfig config,
            PracticeSettings settings,
            CurrentCounty county,
            Clock clock) {
        this.links = links;
        this.invitations = invitations;
        this.attempts = attempts;
        this.people = people;
        this.watched = watched;
        this.streams = streams;
        this.events = events;
        this.viewers = viewers;
        this.signedIn = signedIn;
        this.right = right;
        this.crowds = crowds;
        this.limits = config.live();
        this.settings = settings;
        this.county = county;
        this.clock = clock;
    }

    /** How somebody came. @param pass what this viewer was given with the page; null without */
    public record Link(String county, String token, String pass) {}

    /**
     * The page of a live.
     *
     * @param host name of whose rehearsal it is
     * @param plan what is rehearsed
     * @param bookedFor when it is to begin; empty for one that is not booked or has begun
     * @param pass for this viewer to keep
     * @param mentor whether this reader may whisper and set markers
     * @param daysKept for which what is said is kept after the end
     */
    public record WatchView(
            String host, Plan plan, Optional<Instant> bookedFor, String pass, boolean mentor, long daysKept) {}

    /** A viewer whose link and pass are good; whether the invitation still holds is another question. */
    public record Admitted(Name live, UUID invitation, UUID viewer) {}

    /**
     * @param address network the reader comes from
     * @throws Refused when the link does not hold, or too many came by it
     */
    public WatchView open(Link link, String address) {
        UUID invitation = invitationOf(link);
        return county.as(link.county(), () -> QuarkusTransaction.requiringNew()
                .call(() -> view(invitation, link.pass(), address)));
    }

    private WatchView view(UUID invitation, String pass, String address) {
        Invitation found = invitations.byId(invitation).orElseThrow(InvitationRefused::unknownLink);
        Attempt attempt = attempts.byId(found.attempt()).orElseThrow(InvitationRefused::unknownLink);
        found.check(attempt.finishedAt, clock.instant());
        UUID viewer = links.viewer(invitation, pass).map(Viewer::id).orElseGet(() -> newViewer(found, address));
        return new WatchView(
                people.trainee(attempt.trainee).name(),
                attempt.plan(),
                Optional.ofNullable(attempt.bookedFor).filter(booked -> attempt.awaits()),
                links.pass(invitation, new Viewer(viewer, attempt.id)),
                right.isReaders(attempt.county, attempt.trainee),
                settings.talkKept().toDays());
    }

    private UUID newViewer(Invitation invitation, String address) {
        crowds.join(invitation.id(), address);
        UUID viewer = Ids.next();
        requireRoom(invitation.attempt(), viewer);
        return viewer;
    }

    private void requireRoom(UUID attempt, UUID viewer) {
        if (viewers.othersWatching(attempt, viewer) >= limits.mostViewers()) {
            throw LiveRefused.full(limits.mostViewers());
        }
    }

    /** Asks no database. @throws Refused when the link or the pass is none of ours */
    public Admitted admit(Link link) {
        UUID invitation = invitationOf(link);
        Viewer viewer = links.viewer(invitation, link.pass()).orElseThrow(LiveRefused::pageNotOpened);
        return new Admitted(new Name(link.county(), viewer.attempt()), invitation, viewer.id());
    }

    /** Whether the rest can be answered without waiting for the database; else {@link #load} first. */
    public boolean isKnown(Admitted viewer) {
        return watched.known(viewer.live()).isPresent();
    }

    public void load(Admitted viewer) {
        watched.load(viewer.live());
    }

    /** @throws Refused when the invitation does not hold */
    public String playlist(Admitted viewer) {
        LiveSnapshot live = checked(viewer);
        watched.pictureIsWanted(viewer.live());
        return live.playlist();
    }

    /** The object that is the segment. @throws Refused when the invitation does not hold, or it is too old */
    public String segmentKey(Admitted viewer, long number) {
        return checked(viewer).segmentKey(number).orElseThrow(LiveRefused::segmentGone);
    }

    /** The object that the segments of a run are read with. */
    public String initKey(Admitted viewer, int run) {
        return checked(viewer).initKey(run).orElseThrow(LiveRefused::segmentGone);
    }

    /**
     * What happens, beginning with what was missed; ends with the invitation. From now on the viewer is counted.
     *
     * @param after number of the last event this page was told; empty for a page that was told nothing
     * @throws Refused when the invitation does not hold, or as many watch as can
     */
    public Multi<LiveEvent> events(Admitted viewer, Optional<Long> after) {
        check(viewer);
        county.run(
                viewer.live().county(), () -> QuarkusTransaction.requiringNew().run(() -> join(viewer)));
        return streams.ofViewer(viewer, after);
    }

    private void join(Admitted viewer) {
        requireRoom(viewer.live().attempt(), viewer.viewer());
        boolean known =
                !signedIn.anonymous() && signedIn.county().equals(viewer.live().county());
        viewers.join(
                viewer.live().attempt(),
                viewer.viewer(),
                viewer.invitation(),
                known ? Optional.of(signedIn.id()) : Optional.empty(),
                known
                        ? signedIn.name()
                        : invitations.byId(viewer.invitation()).orElseThrow().name());
    }

    /** @throws Refused when that is too much at once, or the invitation does not hold */
    public void say(Admitted viewer, String words) {
        check(viewer);
        county.run(viewer.live().county(), () -> QuarkusTransaction.requiringNew()
                .run(() -> events.ofViewer(
                        viewer.live().attempt(),
                        LiveEvent.Kind.COMMENT,
                        viewer.viewer(),
                        Optional.empty(),
                        words,
                        Optional.empty())));
    }

    /** @throws Refused when the invitation does not hold, or the viewer was sent away */
    void check(Admitted viewer) {
        load(viewer);
        checked(viewer);
    }

    private LiveSnapshot checked(Admitted viewer) {
        LiveSnapshot live = watched.known(viewer.live()).orElseThrow(InvitationRefused::unknownLink);
        live.check(viewer, clock.instant());
        return live;
    }

    private UUID invitationOf(Link link) {
        return links.invitation(link.county(), link.token()).orElseThrow(InvitationRefused::unknownLink);
    }
}
