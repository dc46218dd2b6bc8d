/** The whole road and its accidents, on the packaged application and in a real browser. */
package org.tianbo.road;
