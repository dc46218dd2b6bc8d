package org.tianbo.learning.page;

import java.util.List;
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

    public String size() {
        return Sizes.of(bytes);
    }

    /** Addresses have no blanks in them. */
    public String addresses() {
        return String.join(" ", pages);
    }
}
