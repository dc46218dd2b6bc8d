package org.tianbo.practice.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.media.MediaConfig;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.KeyedHash;

/**
 * Links of invitations, {@code /live/<county>/<token>}, and what tells one viewer of a link from another. A token is an
 * invitation's id and its keyed hash: it cannot be guessed, a wrong one is recognised without asking the database, and
 * whoever reads the database learns no link.
 */
@ApplicationScoped
public class InvitationLinks {

    static final String PATH = "/live/";

    private static final int ID_BYTES = 16;
    private static final int PROOF_BYTES = 16;
    private static final Pattern TOKEN = Pattern.compile("[\\w-]{43}");
    private static final Pattern PASS = Pattern.compile("([0-9a-f-]{36})\\.([0-9a-f-]{36})\\.[\\w-]{43}");

    private final KeyedHash tokens;
    private final KeyedHash passes;

    InvitationLinks(MediaConfig config) {
        KeyedHash key = KeyedHash.sha256(config.linkKey());
        this.tokens = key.derived("live-invitation");
        this.passes = key.derived("live-viewer");
    }

    String path(String county, UUID invitation) {
        return PATH + county + "/" + token(county, invitation);
    }

    private String token(String county, UUID invitation) {
        ByteBuffer bytes = ByteBuffer.allocate(ID_BYTES + PROOF_BYTES)
                .putLong(invitation.getMostSignificantBits())
                .putLong(invitation.getLeastSignificantBits())
                .put(proof(county, invitation));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private byte[] proof(String county, UUID invitation) {
        return Arrays.copyOf(tokens.bytes(county + "/" + invitation), PROOF_BYTES);
    }

    /** The invitation of a token; empty for one that was never given out. */
    public Optional<UUID> invitation(String county, String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
        UUID invitation = new UUID(bytes.getLong(), bytes.getLong());
        byte[] proof = new byte[PROOF_BYTES];
        bytes.get(proof);
        return MessageDigest.isEqual(proof, proof(county, invitation)) ? Optional.of(invitation) : Optional.empty();
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
