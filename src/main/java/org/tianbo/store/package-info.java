/**
 * A trainee's own store: the papers until it opens, and what it earns as the platforms' own files say. Other features
 * observe {@link org.tianbo.store.StoreOpened} and {@link org.tianbo.store.FirstOrder}.
 */
package org.tianbo.store;
