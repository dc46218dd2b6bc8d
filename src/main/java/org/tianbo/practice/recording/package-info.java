/** One recording made of all takes, with its gaps marked, its copies, and what the server measures of it. */
package org.tianbo.practice.recording;
