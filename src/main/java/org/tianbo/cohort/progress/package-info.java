/** How far a class and each of its trainees have come. */
package org.tianbo.cohort.progress;
