package org.tianbo.practice;

import java.util.Optional;
import org.tianbo.media.QuotaKind;
import org.tianbo.platform.error.Fault;

/** There is no place for more of this person's rehearsals; the phone keeps what it has and comes again. */
class QuotaReached extends Fault {

    private static final long serialVersionUID = 1L;

    private QuotaReached(QuotaKind kind) {
        super(
                Kind.NO_ROOM,
                "practice.quota-"
                        + (kind == QuotaKind.BYTES ? "bytes" : kind == QuotaKind.CHUNKS ? "chunks" : "attempts"));
    }

    static void check(Optional<QuotaKind> full) {
        if (full.isPresent()) {
            throw new QuotaReached(full.get());
        }
    }
}
