/** A platform's order file, read: its columns, times, amounts and states. */
package org.tianbo.store.orderfile;
