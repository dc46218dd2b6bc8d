/** What hosts say of their own attempts, as phones report it. */
package org.tianbo.practice.selfreview;
