/** Orders imported, compared with what is known, and held when two stores claim them. */
package org.tianbo.store.orders;
