/** Chunks from phones: stored once, acknowledged, finished, swept. */
package org.tianbo.practice.upload;
