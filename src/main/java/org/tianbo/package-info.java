/** Tianbo takes a villager from the first lesson on a phone to a store of their own: one package for each step. */
package org.tianbo;
