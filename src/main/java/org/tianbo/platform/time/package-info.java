/** Times: instants in UTC inside, the county's time zone at the edge. */
package org.tianbo.platform.time;
