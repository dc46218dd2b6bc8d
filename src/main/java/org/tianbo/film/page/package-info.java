/** Pages where a county's people add videos to lessons, and what phones play. */
package org.tianbo.film.page;
