/** The attempt itself: its states, its time markers, its recording, and who may see it. */
package org.tianbo.practice.attempt;
