package org.tianbo.learning.sync;

import java.util.UUID;

/**
 * Whose records they are, and from which phone.
 *
 * @param device null for what was submitted on a page without a script
 * @param helping under what the help is recorded of somebody who sends them for the person; null where they do alone
 * @param samePhone whether that somebody helps on the person's own phone
 */
public record Sender(String county, UUID person, String device, UUID helping, boolean samePhone) {

    /** Of the person alone. */
    public Sender(String county, UUID person, String device) {
        this(county, person, device, null, false);
    }

    /** The same phone, for what was made with that help; null where the person made it alone. */
    Sender helpedBy(UUID other) {
        return new Sender(county, person, device, other, samePhone);
    }
}
