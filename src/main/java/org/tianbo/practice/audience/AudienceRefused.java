package org.tianbo.practice.audience;

import org.tianbo.platform.error.Refused;

/** What the phone says of the audience cannot have been. */
final class AudienceRefused {

    private AudienceRefused() {}

    static Refused twice() {
        return Refused.ofField("audience.asked", "practice.asked-twice");
    }

    static Refused outsideTheTakes() {
        return Refused.ofField("audience.asked.at", "practice.asked-outside-takes");
    }

    static Refused unknownScenario() {
        return Refused.ofField("audience.scenario", "practice.scenario-unknown");
    }

    static Refused notInScenario() {
        return Refused.ofField("audience.asked.event", "practice.asked-not-in-scenario");
    }
}
