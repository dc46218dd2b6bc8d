package org.tianbo.ledger.chain;

import java.util.Optional;

/**
 * What checking a county's chain came to.
 *
 * @param entries how many were looked at
 * @param hash of the last one, or of the last before the broken one; 64 digits of hexadecimal
 */
public record CheckedChain(String county, long entries, String hash, Optional<BrokenEntry> broken) {}
