/** Helping from the code a trainee shows to the end of it, and what was done meanwhile. */
package org.tianbo.family.helping;
