/** One recording made of all takes, with its gaps marked, and its copies. */
package org.tianbo.practice.recording;
