/** The county's settings on an officer's screen. */
package org.tianbo.settings.page;
