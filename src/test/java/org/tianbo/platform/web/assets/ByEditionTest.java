package org.tianbo.platform.web.assets;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ByEditionTest {

    private record Shown(String edition) {}

    private final Cache<Record, Integer> kept = Caffeine.newBuilder().build();
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void whatWasMadeWhileAnotherEditionCameIsKeptUnderNeither() {
        assertThat(found("withdrawn", "published", "published", "published")).isEqualTo(2);
        assertThat(found("published")).as("kept").isEqualTo(2);
        assertThat(found("withdrawn", "withdrawn"))
                .as("withdrawn again: not what was published")
                .isEqualTo(3);
    }

    @Test
    void aPageWithPlacesForItsReadersOwnIsKeptLikeAnyOther() {
        PreparedPages pages = new PreparedPages();
        Iterator<String> current = List.of(
                        "withdrawn", "published", "published", "published", "withdrawn", "withdrawn", "withdrawn")
                .iterator();
        for (int asked = 0; asked < 3; asked++) {
            pages.ofEdition(current::next, Shown::new, List.of("@id"), () -> "<p>@id " + made.incrementAndGet());
        }
        assertThat(made).as("twice for the first, once for the second").hasValue(3);
    }

    /** @param editions the current one at each look */
    private int found(String... editions) {
        Iterator<String> current = List.of(editions).iterator();
        return ByEdition.get(kept, current::next, Shown::new, made::incrementAndGet);
    }
}
