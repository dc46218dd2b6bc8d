/** Days that are locked. */
package org.tianbo.ledger.period;
