/** Captions of videos, as WebVTT: uploaded or typed along the player, checked line by line. */
package org.tianbo.film.captions;
