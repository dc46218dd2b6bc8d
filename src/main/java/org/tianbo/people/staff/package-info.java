/** Who works for a county: invited with a role, given villages, ended; their accounts follow. */
package org.tianbo.people.staff;
