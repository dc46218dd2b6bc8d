/** Keys of people, under which words about them are sealed. */
package org.tianbo.privacy.key;
