package org.tianbo.people.account;

import java.util.random.RandomGenerator;
import org.keycloak.representations.idm.CredentialRepresentation;

/**
 * The password with which a member of staff signs in for the first time and must then choose another. It is shown once;
 * what Keycloak stores of it may wait until Keycloak answers.
 *
 * @param words fifteen letters and digits in groups, to be read out over the phone
 * @param stored what Keycloak stores of it
 */
public record FirstPassword(String words, String stored) {

    /** Without characters that look alike on paper. */
    private static final String CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 3;
    private static final int GROUP = 5;
    private static final String BETWEEN = "\n";

    public static FirstPassword draw(RandomGenerator random) {
        StringBuilder words = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            words.append(group == 0 ? "" : "-");
            random.ints(GROUP, 0, CHARACTERS.length()).forEach(at -> words.append(CHARACTERS.charAt(at)));
        }
        CredentialRepresentation hashed = HashedPassword.of(words.toString());
        return new FirstPassword(words.toString(), hashed.getCredentialData() + BETWEEN + hashed.getSecretData());
    }

    /** From what {@link #stored} has kept. */
    static CredentialRepresentation credential(String stored) {
        String[] parts = stored.split(BETWEEN, 2);
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setTemporary(false);
        credential.setCredentialData(parts[0]);
        credential.setSecretData(parts[1]);
        return credential;
    }

    /** The password stays out of logs that print one in passing. */
    @Override
    public String toString() {
        return "FirstPassword[]";
    }
}
