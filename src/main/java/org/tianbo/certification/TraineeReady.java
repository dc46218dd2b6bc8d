package org.tianbo.certification;

import java.time.Instant;
import java.util.UUID;

/** A trainee meets the county's criteria; published once. */
public record TraineeReady(String county, UUID trainee, Instant at) {}
