/** Turns what went wrong into an answer: problem+json for programs, a page for people. */
package org.tianbo.platform.web.fault;
