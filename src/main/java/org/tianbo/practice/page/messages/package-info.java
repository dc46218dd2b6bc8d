/** What the pages of rehearsals say, a bundle for each part of them. */
package org.tianbo.practice.page.messages;
