/** The scripted audience of a rehearsal: what it asked, and what the host did, as the phone reports it. */
package org.tianbo.practice.audience;
