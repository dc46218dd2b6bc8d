/** A lesson's Markdown and drawings, read into sections of HTML. */
package org.tianbo.curriculum.lesson;
