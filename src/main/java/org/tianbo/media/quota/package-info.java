/** What a person may keep, what they keep, and how a county changes it. */
package org.tianbo.media.quota;
