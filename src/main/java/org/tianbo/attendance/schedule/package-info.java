/** The sessions of classes: planned, changed with both values kept, cancelled. */
package org.tianbo.attendance.schedule;
