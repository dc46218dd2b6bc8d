/** The edge: courses, lessons, quizzes and words, as pages and JSON. */
package org.tianbo.learning.page;
