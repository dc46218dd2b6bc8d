package org.tianbo.practice.attempt;

import java.util.Optional;
import org.tianbo.media.QuotaFull;
import org.tianbo.media.QuotaKind;
import org.tianbo.platform.error.Fault;

/** There is no place for more of this person's rehearsals; the phone keeps what it has and comes again. */
public class QuotaReached extends Fault {

    private static final long serialVersionUID = 1L;

    private QuotaReached(QuotaFull full) {
        super(Kind.NO_ROOM, "practice.quota-" + (full.ofCounty() ? "county" : own(full.kind())));
    }

    private static String own(QuotaKind kind) {
        return switch (kind) {
            case BYTES -> "bytes";
            case CHUNKS -> "chunks";
            case OPEN_ATTEMPTS, PHOTOS -> "attempts";
        };
    }

    public static void check(Optional<QuotaFull> full) {
        if (full.isPresent()) {
            throw new QuotaReached(full.get());
        }
    }
}
