/** Accounts at the identity provider, and the cards trainees sign in with. */
package org.tianbo.people.account;
