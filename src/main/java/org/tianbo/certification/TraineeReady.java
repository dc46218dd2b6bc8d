package org.tianbo.certification;

import java.time.Instant;
import java.util.UUID;

/** A trainee has reached the county's bar; told once. */
public record TraineeReady(String county, UUID trainee, Instant at) {}
