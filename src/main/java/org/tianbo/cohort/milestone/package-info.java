/** Stages that trainees reach or lose, as they happen. */
package org.tianbo.cohort.milestone;
