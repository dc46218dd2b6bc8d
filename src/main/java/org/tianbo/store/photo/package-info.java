/** Photos of a store: taken in, made small and clean, shown. */
package org.tianbo.store.photo;
