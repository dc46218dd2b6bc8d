/** People of a county, their villages and who mentors whom, as rows. */
package org.tianbo.people.person;
