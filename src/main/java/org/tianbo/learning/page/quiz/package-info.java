/** Questions as readers see them, before they answer and once they are marked: after a lesson, and inside its video. */
package org.tianbo.learning.page.quiz;
