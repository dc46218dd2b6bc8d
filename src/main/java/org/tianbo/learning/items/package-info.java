/** How the questions of quizzes do in a county: for those who write them. */
package org.tianbo.learning.items;
