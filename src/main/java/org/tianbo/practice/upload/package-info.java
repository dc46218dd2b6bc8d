/** Chunks from phones: taken or refused, stored once, acknowledged, finished, swept. */
package org.tianbo.practice.upload;
