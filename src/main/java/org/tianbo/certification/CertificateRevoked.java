package org.tianbo.certification;

import java.time.Instant;
import java.util.UUID;

/** A certificate was revoked; the reason is stored with it. */
public record CertificateRevoked(String county, UUID trainee, String serial, Instant at) {}
