package org.tianbo.certification;

import java.time.Instant;
import java.util.UUID;

/** The county's examiner passed the trainee. */
public record CertificateIssued(String county, UUID trainee, String serial, Instant at) {}
