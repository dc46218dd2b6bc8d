/** The attempt: planned, handed in, taken back, deleted; who may see it. */
package org.tianbo.practice.attempt;
