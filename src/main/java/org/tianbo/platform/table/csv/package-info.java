/** Text files: their encoding, their delimiter, and the sheets that people take. */
package org.tianbo.platform.table.csv;
