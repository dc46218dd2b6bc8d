/** What becomes an entry and when, how entries are found, how a person corrects one, and payments, which people enter. */
package org.tianbo.ledger.entry;
