/** Copies of a video: made by a job from its chunks, which go once the copies are there. */
package org.tianbo.film.making;
