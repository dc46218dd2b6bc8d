/**
 * How it goes, in the trainees' own words: asked on their phones in the county's months after a class. Whoever reads
 * the answers learns how many gave which, and nobody's before there are five.
 *
 * <p>The ledger is told nothing of them: an entry names a person and a time, and the phone promises that readers see
 * neither. What the ledger has of satisfaction is what a visitor asked at a follow-up visit, who said it included;
 * auditors read the phones' answers where officers do, five at a time.
 */
package org.tianbo.cohort.satisfaction;
