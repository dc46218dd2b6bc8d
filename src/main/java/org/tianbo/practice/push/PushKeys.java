package org.tianbo.practice.push;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.media.MediaConfig;
import org.tianbo.platform.data.KeyedHash;

/**
 * Stream keys, {@code <county>.<token>}, and the names of pushes, {@code <key>.<number>}. A token is the attempt's id
 * and its keyed hash: it cannot be guessed, a wrong one is recognised without asking the database, and it is of no use
 * once the attempt is finished.
 */
@ApplicationScoped
class PushKeys {

    private static final int ID_BYTES = 16;
    private static final int PROOF_BYTES = 16;
    private static final Pattern KEY = Pattern.compile("([\\w-]{1,40})\\.([\\w-]{43})");
    private static final Pattern NAME = Pattern.compile("(.{1,100})\\.(\\d{1,6})");

    private final KeyedHash tokens;

    PushKeys(MediaConfig config) {
        this.tokens = KeyedHash.sha256(config.linkKey()).derived("rtmp-push");
    }

    /** What a key opens. */
    record Target(String county, UUID attempt) {}

    /** One push, as the media server names it. */
    record Named(Target target, int push) {}

    String key(String county, UUID attempt) {
        ByteBuffer bytes = ByteBuffer.allocate(ID_BYTES + PROOF_BYTES)
                .putLong(attempt.getMostSignificantBits())
                .putLong(attempt.getLeastSignificantBits())
                .put(proof(county, attempt));
        return county + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** @throws PushRefused for one that was never given out */
    Target target(String key) {
        Matcher parts = KEY.matcher(key == null ? "" : key);
        if (!parts.matches()) {
            throw PushRefused.unknownKey();
        }
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(parts.group(2)));
        UUID attempt = new UUID(bytes.getLong(), bytes.getLong());
        byte[] proof = new byte[PROOF_BYTES];
        bytes.get(proof);
        if (!MessageDigest.isEqual(proof, proof(parts.group(1), attempt))) {
            throw PushRefused.unknownKey();
        }
        return new Target(parts.group(1), attempt);
    }

    /** @throws PushRefused for one whose key was never given out */
    Named named(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw PushRefused.unknownKey();
        }
        return new Named(target(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    private byte[] proof(String county, UUID attempt) {
        return Arrays.copyOf(tokens.bytes(county + "/" + attempt), PROOF_BYTES);
    }
}
