/** Villagers ask to join a class by the code on its poster; somebody of the county decides. */
package org.tianbo.cohort.joining;
