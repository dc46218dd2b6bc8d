/** Income month by month, and when it is steady. */
package org.tianbo.store.income;
