package org.tianbo.platform.web.fault;

import java.util.Set;

/**
 * The addresses at which mentors and the county's office work; known by address, so that a fault page need not know who
 * asks.
 */
final class OfficePages {

    private static final Set<String> AT = Set.of("certification", "cohorts", "mentoring", "stores");

    private OfficePages() {}

    static boolean has(String path) {
        return AT.contains(path.replaceFirst("^/", "").replaceFirst("/.*", ""));
    }
}
