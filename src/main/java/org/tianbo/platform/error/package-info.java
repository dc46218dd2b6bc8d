/**
 * What can go wrong, defined once: every fault has a stable code; how it looks on the wire or on a page is decided at
 * the edge.
 */
package org.tianbo.platform.error;
