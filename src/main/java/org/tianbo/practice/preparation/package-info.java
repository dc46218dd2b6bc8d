/** What comes before a rehearsal: what its plan is offered, and when it is booked for. */
package org.tianbo.practice.preparation;
