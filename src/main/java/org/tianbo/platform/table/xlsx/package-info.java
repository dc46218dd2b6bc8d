/** Workbooks of spreadsheet programs, read cell by cell and guarded against files that swell. */
package org.tianbo.platform.table.xlsx;
