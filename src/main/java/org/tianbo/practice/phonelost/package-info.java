/** Attempts whose phone does not come back: they are finished with what has arrived. */
package org.tianbo.practice.phonelost;
