/**
 * Bringing things to other systems: what is to be brought is appended in the transaction in which it happens, and a job
 * brings it, one connection at a time and in order, with growing pauses where that fails.
 */
package org.tianbo.interop.delivery;
