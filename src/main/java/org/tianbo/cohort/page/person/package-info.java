/**
 * The pages on which one person is added, corrected, moved to another class or another county, and taken back; those on
 * which somebody asks to join a class and is taken in; and the one of what an audit asks of their class.
 */
package org.tianbo.cohort.page.person;
