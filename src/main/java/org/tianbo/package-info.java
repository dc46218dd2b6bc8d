/** Tianbo: the road of a villager from a lesson on a phone to a store of their own. One package a step. */
package org.tianbo;
