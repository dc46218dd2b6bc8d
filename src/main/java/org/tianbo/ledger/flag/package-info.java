/** What features find odd among their things, and what people made of it. */
package org.tianbo.ledger.flag;
