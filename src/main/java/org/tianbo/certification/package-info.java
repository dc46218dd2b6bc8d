/**
 * Who meets the county's criteria, and the certificate anybody can verify. Other features observe {@link
 * org.tianbo.certification.TraineeReady}, {@link org.tianbo.certification.CertificateIssued} and {@link
 * org.tianbo.certification.CertificateRevoked}.
 */
package org.tianbo.certification;
