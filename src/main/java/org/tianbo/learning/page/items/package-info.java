/** What authors and officers see of a quiz's questions. */
package org.tianbo.learning.page.items;
