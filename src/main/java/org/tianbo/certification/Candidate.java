package org.tianbo.certification;

import java.time.Instant;
import org.tianbo.people.TraineeView;

/** Somebody who reached the bar and waits for the examiner. */
record Candidate(TraineeView trainee, Readiness readiness, Instant readyAt) {}
