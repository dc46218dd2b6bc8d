/**
 * Family beside a trainee: somebody whom the trainee lets help, on a phone of their own or on the trainee's. A helper
 * is signed in by the role {@code helper} with the trainee's id, so that features need to know nothing of helpers but
 * that role; what they do is noted as helped.
 */
package org.tianbo.family;
