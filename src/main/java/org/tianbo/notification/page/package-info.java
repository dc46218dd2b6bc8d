/** What a person does with their messages. */
package org.tianbo.notification.page;
