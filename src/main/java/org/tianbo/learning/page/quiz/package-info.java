/**
 * Questions as readers see them, before they answer and once they are marked: after a lesson, and inside its video; and
 * what authors and officers see of how they are answered.
 */
package org.tianbo.learning.page.quiz;
