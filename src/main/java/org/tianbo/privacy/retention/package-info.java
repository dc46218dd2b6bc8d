/** What is removed once its time is over, and the log of it. */
package org.tianbo.privacy.retention;
