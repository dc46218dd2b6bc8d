package org.tianbo.practice.audience;

import org.tianbo.platform.error.Fault;

/** What the phone says of the audience cannot have been. */
class AudienceRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private AudienceRefused(String code, String field) {
        super(Kind.INVALID, code);
        field(field, code);
    }

    static AudienceRefused twice() {
        return new AudienceRefused("practice.asked-twice", "audience.asked");
    }

    static AudienceRefused outsideTheTakes() {
        return new AudienceRefused("practice.asked-outside-takes", "audience.asked.at");
    }

    static AudienceRefused unknownScenario() {
        return new AudienceRefused("practice.scenario-unknown", "audience.scenario");
    }

    static AudienceRefused notInScenario() {
        return new AudienceRefused("practice.asked-not-in-scenario", "audience.asked.event");
    }
}
