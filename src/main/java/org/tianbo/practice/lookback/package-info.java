/** Looking back at an attempt: what each reader sees of it, what its host says of it, and earlier ones beside it. */
package org.tianbo.practice.lookback;
