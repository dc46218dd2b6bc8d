package org.tianbo.media;

import java.util.Optional;
import java.util.UUID;

/** What a person has stored and may store, for features that are about to store something. */
public interface StorageQuotas {

    /** The first kind of which this person, or their county, has as much as they may; before one more comes. */
    Optional<QuotaFull> reached(UUID person, QuotaKind... kinds);

    /** The same after one more came, for the transaction that brought it: then it must be rolled back. */
    Optional<QuotaFull> exceeded(UUID person, QuotaKind... kinds);

    /** What a person of the current county may keep and does. */
    QuotaState of(UUID person);
}
