/**
 * Trainees go from one county to another, once they have consented. What is known of them to be called and found goes
 * along; what they did stays in the old county's numbers and ledger, where they count as having left.
 */
package org.tianbo.cohort.transfer;
