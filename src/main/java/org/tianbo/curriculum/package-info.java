/**
 * What is taught: courses, lessons, quizzes, the rubric, runs of show, rules and checklists, read from the {@code
 * content} folder, checked, and published as immutable versions. Other features read it through {@link
 * org.tianbo.curriculum.Curriculum} and keep the version beside whatever they record, so that an old score or an old
 * quiz answer always finds the text it was given for.
 */
package org.tianbo.curriculum;
