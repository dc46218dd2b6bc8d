/** The certificate as a signed Open Badge credential that anybody can verify. */
package org.tianbo.certification.badge;
