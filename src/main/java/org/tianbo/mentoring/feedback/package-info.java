/** What a trainee reads of a review. */
package org.tianbo.mentoring.feedback;
