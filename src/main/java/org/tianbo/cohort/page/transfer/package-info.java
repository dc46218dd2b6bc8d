/** Transfers between counties: on the desks of both, and on the trainee's phone. */
package org.tianbo.cohort.page.transfer;
