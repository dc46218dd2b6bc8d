/** Pages of the ledger, for officers and auditors. */
package org.tianbo.ledger.page;
