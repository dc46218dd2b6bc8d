/** Classes and who is in them, as the CSV files of OneRoster 1.2 in a ZIP: out for other systems, and in from them. */
package org.tianbo.interop.oneroster;
