/** The sessions of those signed in: their tokens in PostgreSQL, and in memory who was verified a moment ago. */
package org.tianbo.platform.session;
