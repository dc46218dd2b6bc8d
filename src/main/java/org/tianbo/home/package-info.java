/**
 * The front doors: the trainee's next step, the way to the desks, the way in from a printed card, what to read without network, and the way out. Composes what the
 * features know; nobody uses it.
 */
package org.tianbo.home;
