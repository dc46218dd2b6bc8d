/** Reviews nobody published in time. */
package org.tianbo.mentoring.overdue;
