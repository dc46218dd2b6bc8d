/**
 * Who has reached the county's bar, and the certificate anybody can verify. May use mentoring, learning, curriculum and
 * people; talks upward by {@link org.tianbo.certification.TraineeReady},
 * {@link org.tianbo.certification.CertificateIssued} and {@link org.tianbo.certification.CertificateRevoked}.
 */
package org.tianbo.certification;
