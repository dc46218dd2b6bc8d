package org.tianbo.practice.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.media.PackedFfmpeg;
import org.tianbo.platform.error.Refused;
import org.tianbo.practice.invitation.InvitationLinks.Viewer;

class InvitationTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    private final InvitationLinks links = new InvitationLinks(PackedFfmpeg.defaults());

    @Test
    void aLinkIsGoodForItsInvitationAndCountyAlone() {
        UUID invitation = UUID.randomUUID();
        String path = links.path("langao", invitation);
        String token = path.substring(path.lastIndexOf('/') + 1);
        assertThat(path).isEqualTo("/live/langao/" + token);
        assertThat(links.invitation("langao", token)).contains(invitation);
        assertThat(links.invitation("ziyang", token)).isEmpty();
        String other = (token.charAt(30) == 'A' ? 'B' : 'A') + "";
        assertThat(links.invitation("langao", token.substring(0, 30) + other + token.substring(31)))
                .isEmpty();
        assertThat(links.invitation("langao", "x")).isEmpty();
    }

    @Test
    void aPassIsGoodForOneViewerOfOneInvitation() {
        UUID invitation = UUID.randomUUID();
        Viewer viewer = new Viewer(UUID.randomUUID(), UUID.randomUUID());
        String pass = links.pass(invitation, viewer);
        assertThat(links.viewer(invitation, pass)).contains(viewer);
        assertThat(links.viewer(UUID.randomUUID(), pass)).isEmpty();
        assertThat(links.viewer(invitation, UUID.randomUUID() + pass.substring(36)))
                .isEmpty();
        assertThat(links.viewer(invitation, null)).isEmpty();
        assertThat(links.viewer(invitation, "")).isEmpty();
    }

    @Test
    void anInvitationEndsWithTheRehearsalOrADayAfterItsTimeOrWhenItIsWithdrawn() {
        Instant booked = NOW.plus(Duration.ofDays(3));
        Invitation invitation =
                Invitation.of(UUID.randomUUID(), UUID.randomUUID(), InvitedAudience.FAMILY, "", booked, NOW);
        assertThat(invitation.endsAt()).isEqualTo(booked.plus(Duration.ofHours(24)));
        assertThatCode(() -> invitation.check(null, NOW)).doesNotThrowAnyException();
        assertThatCode(() -> invitation.check(NOW, NOW.plusSeconds(20))).doesNotThrowAnyException();
        refused(invitation, null, invitation.endsAt(), "live.expired");
        refused(invitation, NOW, NOW.plusSeconds(31), "live.ended");
        Invitation withdrawn = new Invitation(
                invitation.id(),
                invitation.attempt(),
                InvitedAudience.FAMILY,
                "",
                NOW,
                invitation.endsAt(),
                Optional.of(NOW));
        refused(withdrawn, null, NOW, "live.withdrawn");
    }

    private static void refused(Invitation invitation, Instant finishedAt, Instant now, String code) {
        assertThatThrownBy(() -> invitation.check(finishedAt, now))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
