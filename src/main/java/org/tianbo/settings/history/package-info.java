/** Every change of every county's settings, and what counts now. */
package org.tianbo.settings.history;
