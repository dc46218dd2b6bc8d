/** Who is signed in, what they may do, and which county's rows they can see. */
package org.tianbo.platform.security;
