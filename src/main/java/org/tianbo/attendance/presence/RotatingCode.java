package org.tianbo.attendance.presence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.platform.data.KeyedHash;

/**
 * The codes that a session's screen shows, a new one every 20 seconds: the number of the step, and 72 bits of an HMAC
 * of it that nobody can make without the county's key.
 */
public final class RotatingCode {

    public static final Duration STEP = Duration.ofSeconds(20);

    private static final int BASE = 36;
    private static final int SEAL_LETTERS = 12;
    private static final Pattern CODE = Pattern.compile("([0-9a-z]{1,8})-([A-Za-z0-9_-]{12})");

    private final KeyedHash key;

    private RotatingCode(KeyedHash key) {
        this.key = key;
    }

    public static RotatingCode of(String installationKey, String county, UUID session) {
        return new RotatingCode(KeyedHash.sha256(installationKey)
                .derived("attendance codes of " + county)
                .derived(session.toString()));
    }

    /** The code that is on the screen at that time. */
    public String at(Instant time) {
        return ofStep(Math.floorDiv(time.getEpochSecond(), STEP.toSeconds()));
    }

    /** When the code came onto the screen; empty for one that never did. */
    public Optional<Instant> shownAt(String code) {
        Matcher parts = CODE.matcher(code);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long step = Long.parseLong(parts.group(1), BASE);
        boolean ours = MessageDigest.isEqual(
                code.getBytes(StandardCharsets.US_ASCII), ofStep(step).getBytes(StandardCharsets.US_ASCII));
        return ours ? Optional.of(Instant.ofEpochSecond(step * STEP.toSeconds())) : Optional.empty();
    }

    private String ofStep(long step) {
        String number = Long.toString(step, BASE);
        return number + "-" + key.base64Url(number).substring(0, SEAL_LETTERS);
    }
}
