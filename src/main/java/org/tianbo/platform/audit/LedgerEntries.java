package org.tianbo.platform.audit;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tianbo.platform.data.Page;

/** What one feature has to say to the ledger about things of one kind; answered for the county at hand. */
public interface LedgerEntries {

    EntryKind kind();

    /**
     * About a thing as it is now, changes of this transaction included.
     *
     * @param thing as the feature's event names it, or as its entries do
     * @param people of whom alone to tell; empty for everybody
     */
    List<LedgerEntry> of(UUID thing, Set<UUID> people);

    /**
     * About all there is, so that a ledger can begin late and be compared with the truth.
     *
     * @param last where the page before ended
     * @param most how many things; each may have several entries
     */
    Page<LedgerEntry, UUID> after(UUID last, int most);
}
