package org.tianbo.privacy.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.tianbo.platform.data.KeyedHash;

/**
 * AES-256-GCM under one key. The nonce is taken from the words themselves (HMAC-SHA-256 under a key of its own), so
 * that the same words are sealed alike and two different ones never share a nonce.
 */
final class TextCipher {

    static final int KEY_BYTES = 32;

    private static final String MARK = "~1:";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final KeyedHash nonces;

    TextCipher(byte[] key) {
        KeyedHash root = KeyedHash.sha256(HexFormat.of().formatHex(key));
        this.key = new SecretKeySpec(root.bytes("words"), "AES");
        this.nonces = root.derived("nonces");
    }

    /** Whether it has the form of what is sealed; somebody may have typed the mark by hand. */
    static boolean isSealed(String text) {
        return bytes(text).length > NONCE_BYTES + TAG_BITS / Byte.SIZE;
    }

    /** Whether it was sealed under this key. */
    boolean isOwn(String text) {
        return isSealed(text) && open(text).isPresent();
    }

    /** {@code ~1:} and base64url of nonce and ciphertext. */
    String seal(String words) {
        return MARK
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(encrypt(words.getBytes(StandardCharsets.UTF_8)));
    }

    /** Empty where it was sealed under another key, or changed. */
    Optional<String> open(String sealed) {
        return decrypt(bytes(sealed)).map(words -> new String(words, StandardCharsets.UTF_8));
    }

    /** Empty where it does not have the form. */
    private static byte[] bytes(String text) {
        try {
            return text.startsWith(MARK) ? Base64.getUrlDecoder().decode(text.substring(MARK.length())) : new byte[0];
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    /** Nonce and ciphertext of bytes, for keys under keys. */
    byte[] encrypt(byte[] plain) {
        byte[] nonce = Arrays.copyOf(nonces.bytes(HexFormat.of().formatHex(plain)), NONCE_BYTES);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
            byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
            System.arraycopy(encrypted, 0, both, NONCE_BYTES, encrypted.length);
            return both;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES-GCM", impossible);
        }
    }

    Optional<byte[]> decrypt(byte[] both) {
        if (both.length <= NONCE_BYTES) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
            byte[] right = Arrays.copyOf(nonces.bytes(HexFormat.of().formatHex(plain)), NONCE_BYTES);
            return Optional.of(plain).filter(found -> MessageDigest.isEqual(nonce, right));
        } catch (GeneralSecurityException otherKeyOrChanged) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
