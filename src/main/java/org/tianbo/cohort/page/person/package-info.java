/**
 * The pages on which one person is added, corrected, moved to another class, and taken back into one;
 * and those on which somebody asks to join a class and is taken in.
 */
package org.tianbo.cohort.page.person;
