/**
 * By what rehearsals are scored: the rubric of the published content, or the county's own. Nothing of a version is ever
 * edited, so a review reads the same for ever.
 */
package org.tianbo.mentoring.rubric;
