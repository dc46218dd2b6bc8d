package org.tianbo.certification.certificate;

import java.time.Instant;
import org.tianbo.certification.criteria.Readiness;
import org.tianbo.people.TraineeView;

/** Somebody who reached the bar and waits for the examiner. */
public record Candidate(TraineeView trainee, Readiness readiness, Instant readyAt) {}
