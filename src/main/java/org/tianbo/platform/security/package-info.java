/**
 * Who is signed in, what they may do, and which county's rows they can see: the two locks on
 * them, and reading them in one trip.
 */
package org.tianbo.platform.security;
