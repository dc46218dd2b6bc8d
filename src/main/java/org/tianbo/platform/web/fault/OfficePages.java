package org.tianbo.platform.web.fault;

import java.util.Set;

/**
 * The addresses at which mentors and the county's office work. A fault there wears the office layout also where nobody
 * can say who asked; at any other address it wears that of whoever is known to have asked.
 */
final class OfficePages {

    private static final Set<String> AT = Set.of("certification", "cohorts", "mentoring", "stores");

    private OfficePages() {}

    static boolean has(String path) {
        return AT.contains(path.replaceFirst("^/", "").replaceFirst("/.*", ""));
    }
}
