/**
 * Videos that a county's mentors and officers add to lessons: sent in chunks, made into copies for paid data, published
 * by the county. Learning's pages show what {@link org.tianbo.learning.CountyVideos} answers and know nothing else of
 * them; which seconds were watched, phones report as they do of the packed films.
 */
package org.tianbo.film;
