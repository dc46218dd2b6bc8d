/**
 * Rehearsals that come by way of a media server: whoever has a broadcasting program pushes to it by RTMP, and it hands
 * on segments that become chunks of the attempt.
 */
package org.tianbo.practice.push;
