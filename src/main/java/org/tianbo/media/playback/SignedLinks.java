package org.tianbo.media.playback;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import org.tianbo.platform.data.KeyedHash;

/** Links that open one object until a moment: {@code /media/<key>?exp=<epoch seconds>&sig=<HMAC-SHA256>}. */
public final class SignedLinks {

    public static final String PATH = "/media/";

    /** Expiry moves in steps, so that a page opened twice names the same link and the phone's cache knows it. */
    private static final long STEP_SECONDS = 900;

    private final KeyedHash hash;

    public SignedLinks(String key) {
        if (key.length() < 32) {
            throw new IllegalArgumentException("tianbo.media.link-key is too short: 32 characters at least");
        }
        hash = KeyedHash.sha256(key);
    }

    public enum Verdict {
        GOOD,
        EXPIRED,
        FORGED
    }

    /** A link that opens the object for at least that long. */
    public URI link(String key, Instant now, Duration validFor) {
        long earliest = now.plus(validFor).getEpochSecond();
        long expiry = Math.floorDiv(earliest + STEP_SECONDS - 1, STEP_SECONDS) * STEP_SECONDS;
        return URI.create(PATH + key + "?exp=" + expiry + "&sig=" + signature(key, Long.toString(expiry)));
    }

    public Verdict check(String key, String expiry, String signature, Instant now) {
        if (expiry == null
                || signature == null
                || !expiry.matches("\\d{1,12}")
                || !MessageDigest.isEqual(bytes(signature), bytes(signature(key, expiry)))) {
            return Verdict.FORGED;
        }
        return now.getEpochSecond() < Long.parseLong(expiry) ? Verdict.GOOD : Verdict.EXPIRED;
    }

    private String signature(String key, String expiry) {
        return hash.base64Url(key + "\n" + expiry);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
