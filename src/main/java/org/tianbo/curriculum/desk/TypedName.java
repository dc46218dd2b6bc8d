package org.tianbo.curriculum.desk;

import java.util.Objects;
import java.util.regex.Pattern;
import org.tianbo.curriculum.CountyCourses.Asked;
import org.tianbo.curriculum.CourseView;
import org.tianbo.platform.error.Fault;

/** Short things that writers type, and what is wrong with them. */
final class TypedName {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_NAME = 40;
    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 500;

    /** A line break is a blank here; PostgreSQL takes no zero byte. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private TypedName() {}

    /** Whether a course or lesson of a county may be called so. */
    static boolean isSlug(String slug) {
        return slug.startsWith(CourseView.OWN)
                && slug.length() <= CourseView.OWN.length() + LONGEST_NAME
                && NAME.matcher(slug.substring(CourseView.OWN.length())).matches();
    }

    /** The slug of a course or lesson of the county's own; a fault at the field {@code name} where it can be none. */
    static String slug(String typed, Fault faults) {
        String slug = CourseView.OWN + line(typed);
        if (!isSlug(slug)) {
            faults.field("name", "curriculum.name-invalid");
        }
        return slug;
    }

    /** Why something is published or taken back; a fault at the field {@code reason} where that is not said. */
    static String reason(Asked asked, Fault faults) {
        String reason = line(asked.reason());
        if (reason.length() < SHORTEST_REASON) {
            faults.field("reason", "curriculum.reason-missing");
        } else if (reason.length() > LONGEST_REASON) {
            faults.field("reason", "curriculum.reason-too-long");
        }
        return reason;
    }

    static String line(String typed) {
        return CONTROL.matcher(Objects.requireNonNullElse(typed, ""))
                .replaceAll(" ")
                .strip();
    }
}
