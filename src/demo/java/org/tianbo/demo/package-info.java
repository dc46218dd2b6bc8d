/**
 * Plainly invented counties, people and a class, so that everything can be tried on one machine. Runs only in the
 * embedded start and makes its data through the same doors as everybody else.
 */
package org.tianbo.demo;
