/** Calls to trainees who stand still: recorded once, also from a phone without a network, and kept in their files. */
package org.tianbo.cohort.calls;
