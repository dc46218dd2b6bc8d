/**
 * Where a county's people write: lessons they change, and courses of their own, with the checks and the preview beside
 * the text. What is written is kept by {@link org.tianbo.curriculum.CountyCourses}.
 */
package org.tianbo.authoring;
