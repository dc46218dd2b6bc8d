package org.tianbo.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.data.Sha256;

/**
 * What somebody at the county's desk may write about a person; an empty text says that nothing is known.
 *
 * @param mobile eleven digits
 * @param gender as {@link Gender} names it
 */
public record PersonDetails(
        String name, String mobile, Optional<UUID> village, String gender, String category, String note) {

    private static final int ENOUGH_BYTES = 16;

    /** The name of exactly these details: who changes them sends it back, so that nobody overwrites unseen changes. */
    public String confirmation() {
        MessageDigest digest = Sha256.begin();
        for (String part : List.of(name, mobile, village.map(UUID::toString).orElse(""), gender, category, note)) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, ENOUGH_BYTES);
    }

    /** Personal data stays out of logs. */
    @Override
    public String toString() {
        return "PersonDetails";
    }
}
