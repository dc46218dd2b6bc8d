package org.tianbo.learning.sync;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keeps what phones send, and what follows from it. */
public interface RecordJournal {

    /**
     * As {@link #append}, for what nearly every call brings: nothing that was received before.
     *
     * @throws SyncRecords.ToldBefore when something was; then nothing is kept
     */
    Set<UUID> appendNew(Sender sender, List<PhoneRecord> records, Instant now);

    /**
     * @param records each id once
     * @return ids of those that were not there before
     */
    Set<UUID> append(Sender sender, List<PhoneRecord> records, Instant now);
}
