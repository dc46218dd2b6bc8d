package org.tianbo.learning.sync;

import java.util.UUID;

/**
 * Whose records they are, and from which phone.
 *
 * @param device null for what was submitted on a page without a script
 * @param helping under what the help is recorded of somebody who made them for the person; null where they did alone
 */
public record Sender(String county, UUID person, String device, UUID helping) {

    /** Of the person alone. */
    public Sender(String county, UUID person, String device) {
        this(county, person, device, null);
    }
}
