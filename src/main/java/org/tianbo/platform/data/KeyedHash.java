package org.tianbo.platform.data;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC (RFC 2104) of texts under one key; safe for use by several threads. Texts are taken as UTF-8. */
public final class KeyedHash {

    private static final String SHA_256 = "HmacSHA256";
    private static final String SHA_512 = "HmacSHA512";

    private final SecretKeySpec key;

    private KeyedHash(byte[] key, String algorithm) {
        this.key = new SecretKeySpec(key, algorithm);
    }

    /** HMAC-SHA256: 32 bytes. */
    public static KeyedHash sha256(String key) {
        return new KeyedHash(key.getBytes(StandardCharsets.UTF_8), SHA_256);
    }

    /** HMAC-SHA512: 64 bytes. */
    public static KeyedHash sha512(String key) {
        return new KeyedHash(key.getBytes(StandardCharsets.UTF_8), SHA_512);
    }

    /** Under the key that this one gives for the label: hashes under two labels cannot be compared. */
    public KeyedHash derived(String label) {
        return new KeyedHash(bytes(label), key.getAlgorithm());
    }

    public byte[] bytes(String text) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + key.getAlgorithm(), impossible);
        }
    }

    /** Lower-case hexadecimal. */
    public String hex(String text) {
        return HexFormat.of().formatHex(bytes(text));
    }

    /** Base64 for addresses, without padding. */
    public String base64Url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(text));
    }
}
