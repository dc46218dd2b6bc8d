/** The edge: my store, the stores of a county, orders brought as files. */
package org.tianbo.store.page;
