/** What every search begins with: what was typed, as words, and how Chinese is typed in Latin letters. */
package org.tianbo.platform.search;
