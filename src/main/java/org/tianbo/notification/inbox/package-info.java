/** Stores the messages of {@link org.tianbo.notification.Inbox}. */
package org.tianbo.notification.inbox;
