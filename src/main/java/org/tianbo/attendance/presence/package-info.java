/** Who was at a session: what was seen of them, by code or list, and what follows from it. */
package org.tianbo.attendance.presence;
