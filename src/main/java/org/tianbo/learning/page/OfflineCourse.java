package org.tianbo.learning.page;

import java.util.List;
import java.util.stream.Collectors;
import org.tianbo.learning.Sizes;

/**
 * A course as it can be taken along for where there is no network.
 *
 * @param lessons how many
 * @param bytes what fetching it costs, compressed and with what goes before each page
 * @param pages addresses of its lessons, quizzes and the rules they speak about, and of what is spoken of them, without
 *     the ending
 */
record OfflineCourse(String slug, String title, int lessons, long bytes, List<String> pages) {

    private static final String SOUND = "/narration/sounds/";

    public String size() {
        return Sizes.of(bytes);
    }

    /** Addresses have no blanks in them. */
    public String addresses() {
        return String.join(" ", pages);
    }

    /** Those of what is spoken: a recording is of one language, and a page has the same address in both. */
    String sounds() {
        return pages.stream().filter(page -> page.startsWith(SOUND)).collect(Collectors.joining(" "));
    }
}
