/**
 * What lasted: what trainees earn when each follow-up of their class is due, how far that can be believed, and how it
 * goes in their own words. They are asked for these on their phones in the county's months after a class. Whoever reads
 * the answers learns how many gave which, and nobody's before there are five.
 *
 * <p>The ledger is told nothing of the answers: an entry names a person and a time, and the phone promises that readers
 * see neither. What the ledger has of satisfaction is what a visitor asked at a follow-up visit, who said it included;
 * auditors read the phones' answers where officers do, five at a time.
 */
package org.tianbo.cohort.outcome;
