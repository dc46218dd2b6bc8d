/** A video's bytes, in numbered chunks of one size, in any order and as often as it takes. */
package org.tianbo.film.upload;
