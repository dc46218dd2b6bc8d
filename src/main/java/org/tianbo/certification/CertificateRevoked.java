package org.tianbo.certification;

import java.time.Instant;
import java.util.UUID;

/** The certificate counts no more; the reason is kept with it. */
public record CertificateRevoked(String county, UUID trainee, String serial, Instant at) {}
