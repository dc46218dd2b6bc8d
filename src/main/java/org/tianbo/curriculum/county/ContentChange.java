package org.tianbo.curriculum.county;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.tianbo.curriculum.document.DocumentKind;

/**
 * Something of a county's own that was published, or taken back.
 *
 * @param number counts the changes of this lesson or course, from 1
 * @param version of what was published; empty when it was taken back
 * @param files what its author wrote, by the name of the file; empty when it was taken back
 * @param shipped version of the shipped lesson it stands for; empty for what is the county's alone
 */
public record ContentChange(
        DocumentKind kind,
        String slug,
        long number,
        Optional<String> version,
        SortedMap<String, String> files,
        Optional<String> shipped,
        String reason,
        UUID by,
        Instant at) {

    /** Whether trainees are shown it. */
    public boolean shown() {
        return version.isPresent();
    }
}
