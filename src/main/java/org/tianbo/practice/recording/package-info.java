/** One recording made of all takes, with its gaps marked. */
package org.tianbo.practice.recording;
