/**
 * Tables people bring as files: found among junk, cleaned cell by cell, handed on row by row. Knows files and columns,
 * nothing of what the columns mean.
 */
package org.tianbo.platform.table;
