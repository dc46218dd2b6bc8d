package org.tianbo.ledger.chain;

import java.util.Locale;

/**
 * The first place at which a chain does not hold.
 *
 * @param seq number of the entry that is not as it was written
 */
public record BrokenEntry(long seq, Kind kind) {

    /** What is wrong with it. */
    public enum Kind {
        /** It is not there; a later one is, or the chain's end says so. */
        MISSING,
        /** It does not continue from the entry before it. */
        UNLINKED,
        /** Something of it was changed. */
        CHANGED,
        /** It was written for a day that was locked by then. */
        IN_LOCKED_DAYS,
        /** The chain's end says another hash or an earlier end. */
        HEAD,
        /** What it says is not written in the one way in which it could be hashed: it can be read in two ways. */
        AMBIGUOUS,
        /** It locks days, and what is noted beside the chain of locked days says otherwise; or the other way round. */
        LOCK,
        /** An earlier check found another hash there: the chain was written anew from before it. */
        REWRITTEN;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
