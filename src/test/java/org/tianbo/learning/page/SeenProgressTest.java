package org.tianbo.learning.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tianbo.learning.Progress;

/** A list of courses is kept under the edition it was read from, also when a county publishes in between. */
class SeenProgressTest {

    private final Progress before = new Progress(List.of(), Optional.empty());
    private final Progress after = new Progress(List.of(), Optional.empty());

    @Test
    void whatWasReadUnderAnOlderEditionIsReadAgain() {
        Iterator<String> editions =
                List.of("shipped", "shipped+county", "shipped+county").iterator();
        Iterator<Progress> progress = List.of(before, after).iterator();

        PreparedLessons.Seen seen = PreparedLessons.Seen.of(editions::next, progress::next);

        assertThat(seen.edition()).isEqualTo("shipped+county");
        assertThat(seen.progress()).isSameAs(after);
    }

    @Test
    void whereNothingChangesItIsReadOnce() {
        Iterator<Progress> progress = List.of(before).iterator();

        assertThat(PreparedLessons.Seen.of(() -> "shipped", progress::next).progress())
                .isSameAs(before);
    }
}
