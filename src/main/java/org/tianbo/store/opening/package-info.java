/** The gates on the way to a store, what was handed in for them, and the store opened or closed. */
package org.tianbo.store.opening;
