package org.tianbo.media.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tianbo.media.playback.SignedLinks.Verdict;

class SignedLinksTest {

    private static final Instant NOW = Instant.parse("2026-06-18T12:14:05Z");
    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private static final String KEY = "fengcheng/attempts/x/recording-0a.mp4";

    private final SignedLinks signedLinks = new SignedLinks("a-key-of-at-least-thirty-two-letters");

    @Test
    void aLinkOpensItsObjectUntilItExpiresAndNotAMomentLonger() {
        Query query = query(signedLinks.link(KEY, NOW, TWO_HOURS));
        Instant expiry = Instant.ofEpochSecond(Long.parseLong(query.expiry()));
        assertThat(expiry).isBetween(NOW.plus(TWO_HOURS), NOW.plus(TWO_HOURS).plusSeconds(900));
        assertThat(signedLinks.check(KEY, query.expiry(), query.signature(), NOW))
                .isEqualTo(Verdict.GOOD);
        assertThat(signedLinks.check(KEY, query.expiry(), query.signature(), expiry.minusMillis(1)))
                .isEqualTo(Verdict.GOOD);
        assertThat(signedLinks.check(KEY, query.expiry(), query.signature(), expiry))
                .isEqualTo(Verdict.EXPIRED);
    }

    @Test
    void aLinkMadeTwiceWithinAQuarterOfAnHourIsTheSame() {
        assertThat(signedLinks.link(KEY, NOW, TWO_HOURS))
                .isEqualTo(signedLinks.link(KEY, NOW.minusSeconds(60), TWO_HOURS));
    }

    @Test
    void nothingOfALinkCanBeChanged() {
        Query query = query(signedLinks.link(KEY, NOW, TWO_HOURS));
        assertThat(signedLinks.check(KEY + "x", query.expiry(), query.signature(), NOW))
                .isEqualTo(Verdict.FORGED);
        assertThat(signedLinks.check(KEY, "9" + query.expiry(), query.signature(), NOW))
                .isEqualTo(Verdict.FORGED);
        assertThat(signedLinks.check(KEY, query.expiry(), query.signature() + "A", NOW))
                .isEqualTo(Verdict.FORGED);
        assertThat(signedLinks.check(KEY, null, query.signature(), NOW)).isEqualTo(Verdict.FORGED);
        assertThat(signedLinks.check(KEY, query.expiry(), null, NOW)).isEqualTo(Verdict.FORGED);
        assertThat(new SignedLinks("another-key-of-thirty-two-letters-")
                        .check(KEY, query.expiry(), query.signature(), NOW))
                .isEqualTo(Verdict.FORGED);
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SignedLinks("short"));
    }

    private record Query(String expiry, String signature) {}

    private static Query query(URI link) {
        String[] parts = link.getQuery().split("[=&]");
        assertThat(link.getPath()).isEqualTo("/media/" + KEY);
        return new Query(parts[1], parts[3]);
    }
}
