/** The chain itself: what is hashed, how it grows, and how it is checked. */
package org.tianbo.ledger.chain;
