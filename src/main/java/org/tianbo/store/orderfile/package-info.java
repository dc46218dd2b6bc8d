/** A platform's order file, read: which of its columns is which, its times, amounts and states. */
package org.tianbo.store.orderfile;
