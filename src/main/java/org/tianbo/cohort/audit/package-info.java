/** What the ledger is told of visits after a class and of the samples by which they are checked. */
package org.tianbo.cohort.audit;
