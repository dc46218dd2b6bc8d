/**
 * Rehearsals: the plan, the camera, what the phone sends, and the one recording that comes of it. Nothing acknowledged
 * is ever lost, and each attempt becomes one recording that names its gaps.
 */
package org.tianbo.practice;
