/** What comes before a rehearsal: what the form of its plan begins with, and when it is booked for. */
package org.tianbo.practice.preparation;
