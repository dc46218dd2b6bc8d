/** What is printed: pages laid out as PDF, with the fonts in them. */
package org.tianbo.platform.paper;
