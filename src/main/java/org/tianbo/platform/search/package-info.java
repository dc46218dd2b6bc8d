/** What every search begins with: what was typed, as words, and how Chinese and names are typed in Latin letters. */
package org.tianbo.platform.search;
