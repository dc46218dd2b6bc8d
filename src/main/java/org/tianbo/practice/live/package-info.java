/** Watching a rehearsal while it is recorded: what viewers are shown, and what they say. */
package org.tianbo.practice.live;
