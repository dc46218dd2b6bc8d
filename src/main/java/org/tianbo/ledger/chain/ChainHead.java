package org.tianbo.ledger.chain;

import java.util.HexFormat;

/**
 * Where a county's chain ends.
 *
 * @param seq number of the last entry; 0 before there is any
 * @param hash of the last entry; zeros before there is any
 */
public record ChainHead(long seq, byte[] hash) {

    private static final int BYTES = 32;

    static ChainHead none() {
        return new ChainHead(0, new byte[BYTES]);
    }

    /** 64 digits of hexadecimal. */
    public String hex() {
        return HexFormat.of().formatHex(hash);
    }
}
