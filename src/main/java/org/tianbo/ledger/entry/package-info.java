/** What becomes an entry and when, how entries are found, and how a person corrects one. */
package org.tianbo.ledger.entry;
