/**
 * What waits for the people of a county's office and for its mentors: each feature says it of its own work, one page
 * shows all of it.
 */
package org.tianbo.platform.waiting;
