/** The edge: the rules, to be read by anybody. */
package org.tianbo.curriculum.page;
