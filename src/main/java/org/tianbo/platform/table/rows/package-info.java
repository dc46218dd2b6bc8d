/** Finds the header, reads row by row, and tells why a row was rejected. */
package org.tianbo.platform.table.rows;
