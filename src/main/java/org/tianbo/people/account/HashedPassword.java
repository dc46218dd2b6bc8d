package org.tianbo.people.account;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.keycloak.representations.idm.CredentialRepresentation;

/**
 * A password or PIN that we chose, as Keycloak stores one. Keycloak then does not hold it against the realm's rule for
 * passwords, which is made for those that staff choose: twelve characters, where a card has six digits. At the first
 * sign-in Keycloak hashes it anew in its own way.
 */
public final class HashedPassword {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 512;

    /**
     * Few, so that cards of a whole class are made quickly: a slow hash does not protect six digits, and Keycloak's own
     * hash replaces this one at the first sign-in.
     */
    private static final int ITERATIONS = 30_000;

    private HashedPassword() {}

    public static CredentialRepresentation of(String password) {
        return of(password, ITERATIONS);
    }

    static CredentialRepresentation of(String password, int iterations) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setTemporary(false);
        credential.setCredentialData("{\"algorithm\":\"pbkdf2-sha512\",\"hashIterations\":%d}".formatted(iterations));
        credential.setSecretData(
                "{\"value\":\"%s\",\"salt\":\"%s\"}".formatted(base64(hash(password, salt, iterations)), base64(salt)));
        return credential;
    }

    private static byte[] hash(String password, byte[] salt, int iterations) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS))
                    .getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has PBKDF2WithHmacSHA512", missing);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
