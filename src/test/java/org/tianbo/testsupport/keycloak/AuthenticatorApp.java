package org.tianbo.testsupport.keycloak;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app on somebody's phone that shows six digits which change every half minute (RFC 6238). */
public final class AuthenticatorApp {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int PERIOD_SECONDS = 30;

    private final byte[] key;

    /** @param key as the set-up page shows it for typing: base 32, in groups */
    public AuthenticatorApp(String key) {
        String digits = key.replaceAll("\\s", "");
        ByteBuffer bytes = ByteBuffer.allocate(digits.length() * 5 / 8);
        int bits = 0;
        int value = 0;
        for (char digit : digits.toCharArray()) {
            value = value << 5 | BASE32.indexOf(digit);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (value >> bits));
            }
        }
        this.key = bytes.array();
    }

    /** @param later how many half minutes from now */
    public String digits(int later) {
        long period = Instant.now().getEpochSecond() / PERIOD_SECONDS + later;
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(period).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xF) & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has HmacSHA1", missing);
        }
    }
}
