package org.tianbo.settings;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A setting that is more than a few numbers: its feature keeps it and shows it at {@code /county/settings/<key>}, and
 * the page of all settings leads there. Its texts stand beside those of the feature's settings.
 */
public interface SettingPage {

    /** Feature and name, as of a {@link Setting}: {@code mentoring.rubric}. */
    String key();

    /** How it came to be so in the current county; empty while nobody has ever changed it. */
    Optional<Last> last();

    /**
     * The last change.
     *
     * @param own whether something of the county's own counts since then, not the usual
     */
    record Last(long version, boolean own, UUID by, String reason, Instant at) {}
}
