/** The edge: the queue, the grading page, the feedback. */
package org.tianbo.mentoring.page;
