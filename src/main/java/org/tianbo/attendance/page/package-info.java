/** Attendance in the browser and for phones: the office's lists, the trainer's screen, a trainee's own page. */
package org.tianbo.attendance.page;
