/**
 * A trainee's own store: the papers until it opens, and what it earns as the platforms' own files say. May use
 * certification, learning, curriculum, people and media; talks upward by {@link org.tianbo.store.StoreOpened} and
 * {@link org.tianbo.store.FirstOrder}.
 */
package org.tianbo.store;
