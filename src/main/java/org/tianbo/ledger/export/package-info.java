/**
 * The ledger as files to be taken along, and who took which: tables, and a period as a PDF to be printed and kept, with
 * its entries, their seals, and where their evidence is.
 */
package org.tianbo.ledger.export;
