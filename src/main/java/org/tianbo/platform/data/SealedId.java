package org.tianbo.platform.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Ids that whoever holds them was given: an id and its keyed hash, as 43 letters that may stand in an address. They
 * cannot be guessed, a wrong one is recognised without asking the database, and whoever reads the database learns none.
 */
public final class SealedId {

    /** What such an id looks like, for a pattern that has more in it. */
    public static final String LETTERS = "[\\w-]{43}";

    private static final int ID_BYTES = 16;
    private static final int PROOF_BYTES = 16;
    private static final Pattern SEALED = Pattern.compile(LETTERS);

    private final KeyedHash key;

    /** @param key derived for this kind of id alone */
    public SealedId(KeyedHash key) {
        this.key = key;
    }

    /** @param county whose id it is; it opens in no other */
    public String seal(String county, UUID id) {
        byte[] bytes = ByteBuffer.allocate(ID_BYTES + PROOF_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(proof(county, id))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The id; empty for one that was never sealed for this county. */
    public Optional<UUID> open(String county, String sealed) {
        if (!SEALED.matcher(sealed).matches()) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(sealed));
        UUID id = new UUID(bytes.getLong(), bytes.getLong());
        byte[] proof = new byte[PROOF_BYTES];
        bytes.get(proof);
        return MessageDigest.isEqual(proof, proof(county, id)) ? Optional.of(id) : Optional.empty();
    }

    private byte[] proof(String county, UUID id) {
        return Arrays.copyOf(key.bytes(county + "/" + id), PROOF_BYTES);
    }
}
