/**
 * What the ledger is told of classes and who is in them, of visits after a class, and of the samples by which visits
 * are checked.
 */
package org.tianbo.cohort.audit;
