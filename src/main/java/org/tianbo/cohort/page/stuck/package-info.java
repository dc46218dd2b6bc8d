/** Who stands still and why, the list of calls a phone takes along, and what came of them. */
package org.tianbo.cohort.page.stuck;
