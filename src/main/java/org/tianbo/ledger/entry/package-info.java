/** What becomes an entry and when, how entries are found and corrected, and payments, which people enter themselves. */
package org.tianbo.ledger.entry;
