/** Ids, digests, ranges of numbers, keyset pages and JDBC helpers that every feature stores its rows with. */
package org.tianbo.platform.data;
