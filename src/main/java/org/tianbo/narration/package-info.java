/**
 * Lessons spoken by the county's own trainers: recorded sentence by sentence on a phone, made into files that play
 * everywhere, and published for the people of the county. Others ask {@link org.tianbo.narration.Narrations} what is to
 * be heard of a lesson.
 */
package org.tianbo.narration;
