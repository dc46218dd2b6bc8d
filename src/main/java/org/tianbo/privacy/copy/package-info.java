/** Copies of what is known of people, for themselves to take along. */
package org.tianbo.privacy.copy;
