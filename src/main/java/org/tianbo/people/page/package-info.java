/** The edge: the way in from a card, and who am I. */
package org.tianbo.people.page;
