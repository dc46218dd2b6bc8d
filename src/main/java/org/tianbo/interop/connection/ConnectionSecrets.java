package org.tianbo.interop.connection;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.tianbo.interop.InteropConfig;
import org.tianbo.platform.data.KeyedHash;
import org.tianbo.platform.security.CurrentCounty;

/**
 * What we share with another system. The secret by which it knows our signatures follows from the installation's key,
 * so no table holds it; a password that it gave us is sealed.
 */
@ApplicationScoped
public class ConnectionSecrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final KeyedHash signing;
    private final KeyedHash sealing;
    private final CurrentCounty county;

    ConnectionSecrets(InteropConfig config, CurrentCounty county) {
        KeyedHash key = KeyedHash.sha256(config.key());
        this.signing = key.derived("signatures to other systems");
        this.sealing = key.derived("passwords of other systems");
        this.county = county;
    }

    /** As Standard Webhooks writes a secret: {@code whsec_} and 32 bytes in base64. */
    public String written(Connection connection) {
        return "whsec_" + Base64.getEncoder().encodeToString(signing.bytes(label(connection)));
    }

    /** The signature of Standard Webhooks: HMAC-SHA256 over id, seconds and body with full stops between. */
    public String signature(Connection connection, String id, long seconds, String body) {
        KeyedHash secret = signing.derived(label(connection));
        return "v1," + Base64.getEncoder().encodeToString(secret.bytes(id + "." + seconds + "." + body));
    }

    String seal(String plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, plain.getBytes(StandardCharsets.UTF_8));
        byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
        return Base64.getEncoder().encodeToString(both);
    }

    /** What was sealed in this county. */
    public String open(String sealed) {
        byte[] both = Base64.getDecoder().decode(sealed);
        byte[] plain = run(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(both, NONCE_BYTES),
                Arrays.copyOfRange(both, NONCE_BYTES, both.length));
        return new String(plain, StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(
                    mode, new SecretKeySpec(sealing.bytes(county.id()), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException wrongKey) {
            throw new IllegalStateException("Passwords are sealed under another tianbo.interop.key", wrongKey);
        }
    }

    private String label(Connection connection) {
        return county.id() + "/" + connection.id() + "/" + connection.secretVersion();
    }
}
