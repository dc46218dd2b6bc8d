/** The queue, the lease, the draft and the published review. */
package org.tianbo.mentoring.review;
