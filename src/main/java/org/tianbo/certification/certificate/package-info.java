/** Certificates issued, revoked and read. */
package org.tianbo.certification.certificate;
