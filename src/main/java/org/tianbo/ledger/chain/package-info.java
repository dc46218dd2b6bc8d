/** The chain itself: what is hashed, how it grows, which days it locks, and how it is checked. */
package org.tianbo.ledger.chain;
