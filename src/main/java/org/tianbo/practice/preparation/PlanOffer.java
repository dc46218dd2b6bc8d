package org.tianbo.practice.preparation;

import java.util.List;
import java.util.Optional;

/**
 * What the next plan is offered, so that whoever wants no planning begins at once.
 *
 * @param host name of the trainee, as they would greet their viewers
 * @param village empty for a trainee of none
 * @param sold names of what the trainee's store has sold, for a tap instead of typing
 * @param goal what the last feedback asked to change
 */
public record PlanOffer(PlanDefaults defaults, String host, String village, List<String> sold, Optional<String> goal) {}
