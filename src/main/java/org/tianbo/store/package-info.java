/**
 * A trainee's own store: the papers until it opens, and what it earns as the platforms' own files say. Features
 * above hear of it by {@link org.tianbo.store.StoreOpened} and {@link org.tianbo.store.FirstOrder}.
 */
package org.tianbo.store;
