/**
 * The front doors: the trainee's next step, the way to the desks, what to read without network, and the ways in and
 * out. Composes what the features know.
 */
package org.tianbo.home;
