package org.tianbo.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.tianbo.platform.data.Sha256;

/** All details in which a roster differs from what the county has, in the order of the file. */
public record RosterChanges(List<RosterChange> all) {

    private static final int ENOUGH_BYTES = 16;

    public RosterChanges {
        all = List.copyOf(all);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /**
     * The name of exactly these changes. Whoever confirms them sends it back, so that nothing is changed that was not
     * on their screen: not by another file, nor by what somebody else corrected meanwhile.
     */
    public String confirmation() {
        MessageDigest digest = Sha256.begin();
        for (RosterChange change : all) {
            for (String part :
                    List.of(change.person().toString(), change.field().name(), change.before(), change.now())) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, ENOUGH_BYTES);
    }
}
