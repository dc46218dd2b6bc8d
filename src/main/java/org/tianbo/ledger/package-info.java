/**
 * The ledger that a county is audited on: what happened, appended in the order it was learnt and hashed as a chain, so
 * that a changed row is found. It asks every feature for its {@link org.tianbo.platform.audit.LedgerEntries}; none
 * needs to know of it.
 */
package org.tianbo.ledger;
