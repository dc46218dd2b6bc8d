/** What becomes of an attempt: planned, made a recording, handed in, taken back, deleted. */
package org.tianbo.practice.lifecycle;
