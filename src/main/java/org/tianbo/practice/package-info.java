/**
 * Rehearsals: the plan, the camera, what the phone sends, and the one recording that comes of it. Nothing acknowledged
 * is ever lost, and one attempt is one recording with its gaps marked.
 */
package org.tianbo.practice;
