/**
 * Sessions of a class: when they are, who was there and for how long. What it must know of classes it asks through
 * {@link org.tianbo.attendance.ClassRegister}.
 */
package org.tianbo.attendance;
