package org.tianbo.practice.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.media.MediaConfig;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.KeyedHash;
import org.tianbo.platform.data.SealedId;

/**
 * Links of invitations, {@code /live/<county>/<token>}, and what tells one viewer of a link from another. A token is
 * the invitation's id, sealed.
 */
@ApplicationScoped
public class InvitationLinks {

    static final String PATH = "/live/";

    private static final Pattern PASS = Pattern.compile("([0-9a-f-]{36})\\.([0-9a-f-]{36})\\.[\\w-]{43}");

    private final SealedId tokens;
    private final KeyedHash passes;

    InvitationLinks(MediaConfig config) {
        KeyedHash key = KeyedHash.sha256(config.linkKey());
        this.tokens = new SealedId(key.derived("live-invitation"));
        this.passes = key.derived("live-viewer");
    }

    String path(String county, UUID invitation) {
        return PATH + county + "/" + tokens.seal(county, invitation);
    }

    /** The invitation of a token; empty for one that was never given out. */
    public Optional<UUID> invitation(String county, String token) {
        return tokens.open(county, token);
    }

    /** One viewer of a link, and what the link lets them watch. */
    public record Viewer(UUID id, UUID attempt) {}

    /** Names a viewer of this invitation, and cannot be made up. */
    public String pass(UUID invitation, Viewer viewer) {
        String named = viewer.id() + "." + viewer.attempt();
        return named + "." + passes.base64Url(invitation + "." + named);
    }

    /** The viewer of a pass; empty for one that we did not give to a viewer of this invitation. */
    public Optional<Viewer> viewer(UUID invitation, String pass) {
        Matcher parts = PASS.matcher(pass == null ? "" : pass);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Ids.parse(parts.group(1))
                .flatMap(id -> Ids.parse(parts.group(2)).map(attempt -> new Viewer(id, attempt)))
                .filter(viewer -> MessageDigest.isEqual(ascii(pass), ascii(pass(invitation, viewer))));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
