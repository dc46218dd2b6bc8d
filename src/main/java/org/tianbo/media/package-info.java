/**
 * Bytes that must not be lost: objects in a store, links to play them by, and ffmpeg to make them playable. The
 * database holds keys, digests and sizes; whoever stores an object owns its row.
 */
package org.tianbo.media;
