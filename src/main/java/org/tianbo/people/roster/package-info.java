/** Rosters read, compared with what is known, and people registered or corrected from them. */
package org.tianbo.people.roster;
