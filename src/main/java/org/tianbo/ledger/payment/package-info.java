/** Payments for what trainees have reached: written down, never made. */
package org.tianbo.ledger.payment;
