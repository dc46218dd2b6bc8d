/** Looking back at own attempts: what a host says of one, earlier ones beside it, and which stay in the list. */
package org.tianbo.practice.lookback;
