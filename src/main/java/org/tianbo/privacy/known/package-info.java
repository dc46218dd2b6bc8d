/** What is known of somebody, gathered from every feature. */
package org.tianbo.privacy.known;
