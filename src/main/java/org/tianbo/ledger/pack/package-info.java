/** A period of the ledger as a PDF to be printed and kept: its entries, their seals, and where their evidence is. */
package org.tianbo.ledger.pack;
