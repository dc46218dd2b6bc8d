/** The edge: courses, lessons, quizzes and the word list, as pages and JSON. */
package org.tianbo.learning.page;
