/** What trainees see of a video: whether it is published, by whom, and for which questions of the lesson it stops. */
package org.tianbo.film.publishing;
