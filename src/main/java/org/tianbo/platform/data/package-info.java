/** How rows are named and listed. */
package org.tianbo.platform.data;
