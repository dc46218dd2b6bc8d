package org.tianbo.family.helping;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Sha256;

/**
 * What a helper's browser shows for itself: its cookie. Everything a helper may do hangs on the secret, of which we
 * hold a digest alone.
 *
 * @param helping whom of several trainees the helper helps at the moment; zeros while they are themselves
 * @param secret 256 bits that nobody guesses, as 43 characters
 */
public record HelperDevice(String county, UUID helping, String secret) {

    private static final Pattern COOKIE = Pattern.compile("([a-z0-9-]{1,60})\\.([0-9a-f-]{36})\\.([A-Za-z0-9_-]{43})");
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final UUID ONESELF = new UUID(0, 0);

    /** Of a browser that never helped anybody. */
    static HelperDevice drawn(String county, UUID helping) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new HelperDevice(
                county, helping, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Empty for whatever is no cookie of ours; it may be null. */
    public static Optional<HelperDevice> parse(String cookie) {
        Matcher parts = COOKIE.matcher(cookie == null ? "" : cookie);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Ids.parse(parts.group(2)).map(helping -> new HelperDevice(parts.group(1), helping, parts.group(3)));
    }

    public String cookie() {
        return county + '.' + helping + '.' + secret;
    }

    /** Whether it is turned to a trainee; else it is that of the helper, who can turn to one again. */
    public boolean isTurned() {
        return !helping.equals(ONESELF);
    }

    /** Turned to nobody: the helper's own account is at hand again. */
    public HelperDevice turnedAway() {
        return helpingWith(ONESELF);
    }

    HelperDevice helpingWith(UUID other) {
        return new HelperDevice(county, other, secret);
    }

    String digest() {
        return Sha256.hex(secret);
    }

    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return "HelperDevice[" + county + ' ' + helping + ']';
    }
}
