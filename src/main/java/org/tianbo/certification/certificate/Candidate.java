package org.tianbo.certification.certificate;

import java.time.Instant;
import org.tianbo.certification.criteria.Readiness;
import org.tianbo.people.PersonView;

/** Somebody who meets the criteria and waits for the examiner. */
public record Candidate(PersonView trainee, Readiness readiness, Instant readyAt) {}
