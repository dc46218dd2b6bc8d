/** Questions of a lesson's pool for which the county's video stops at a second of it. */
package org.tianbo.film.questions;
