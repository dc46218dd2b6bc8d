/**
 * A person's inbox: what other features want them to know, shown on their home until they have seen it. Features put
 * messages in by {@link org.tianbo.notification.Inbox}; nothing is sent outside yet.
 */
package org.tianbo.notification;
