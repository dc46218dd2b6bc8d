/** Taking what a trainer speaks, making files of it, and publishing them. */
package org.tianbo.narration.voice;
