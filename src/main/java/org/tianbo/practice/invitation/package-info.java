/** Who may watch a rehearsal while it is recorded: invitations, and the links that carry them. */
package org.tianbo.practice.invitation;
