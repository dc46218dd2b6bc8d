package org.tianbo.platform.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionKeyTest {

    private static final String SESSION = "q_session_http=abc";

    private static Optional<SessionKey> cookie(String host, String... cookies) {
        return SessionKey.of("/learn", host, List.of(), List.of(cookies));
    }

    @Test
    void theSameCookieAtTheSameHostIsTheSameKey() {
        assertThat(cookie("a", SESSION)).isPresent().isEqualTo(cookie("a", SESSION));
    }

    @Test
    void anythingThatOpenIdConnectReadsMakesAnotherKey() {
        assertThat(List.of(
                        cookie("a", SESSION),
                        cookie("b", SESSION),
                        cookie("a", SESSION + "d"),
                        cookie("a", SESSION, "q_session_http=xyz"),
                        cookie("a", SESSION + "; ,q_session_http=xyz"),
                        cookie("a", "x=\"; " + SESSION + "\""),
                        SessionKey.of("/learn", "a", List.of(SESSION), List.of())))
                .doesNotHaveDuplicates()
                .allMatch(Optional::isPresent);
    }

    @Test
    void aTokenCountsBeforeACookie() {
        assertThat(SessionKey.of("/learn", "a", List.of("Bearer x"), List.of(SESSION)))
                .isEqualTo(SessionKey.of("/learn", "a", List.of("Bearer x"), List.of()));
    }

    @Test
    void whoShowsNoSessionHasNoKey() {
        assertThat(cookie("a")).isEmpty();
        assertThat(cookie("a", "language=en")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/sign-in/again", "/sign-out", "/sign-out/back-channel"})
    void theWayInAndOutIsNeverAnsweredFromMemory(String path) {
        assertThat(SessionKey.of(path, "a", List.of(), List.of(SESSION))).isEmpty();
    }
}
