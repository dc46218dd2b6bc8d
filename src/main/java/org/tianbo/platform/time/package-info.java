/** Instants in UTC inside, the county's clock at the edge. */
package org.tianbo.platform.time;
