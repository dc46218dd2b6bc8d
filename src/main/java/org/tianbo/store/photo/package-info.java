/** Photos of a store: received, resized, stripped of metadata, and shown. */
package org.tianbo.store.photo;
