package org.tianbo.platform.web.fault;

import java.util.Set;

/**
 * The addresses at which mentors and the county's office work. A fault there is shown in the office layout even when it
 * is not known who asked; at any other address the layout depends on who is signed in.
 */
final class OfficePages {

    private static final Set<String> AT = Set.of("certification", "cohorts", "mentoring", "stores");

    private OfficePages() {}

    static boolean has(String path) {
        return AT.contains(path.replaceFirst("^/", "").replaceFirst("/.*", ""));
    }
}
