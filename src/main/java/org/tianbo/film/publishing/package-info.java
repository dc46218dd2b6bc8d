/** What trainees see: which video of a lesson is published, and by whom. */
package org.tianbo.film.publishing;
