/** Orders imported, compared with what is known, and put on hold when two stores claim them. */
package org.tianbo.store.orders;
