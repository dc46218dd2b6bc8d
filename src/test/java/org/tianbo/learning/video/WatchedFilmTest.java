package org.tianbo.learning.video;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WatchedFilmTest {

    private final WatchedFilm film = new WatchedFilm(120);

    @Test
    void whatIsWatchedAgainCountsOnce() {
        assertThat(film.play(0, 60)).isEqualTo(60);
        assertThat(film.play(0, 60)).isZero();
        assertThat(film.play(30, 70, 80, 90)).isEqualTo(20);
    }

    @Test
    void partsThatOverlapInOneRecordCountOnce() {
        assertThat(film.play(0, 30, 10, 40)).isEqualTo(40);
    }

    @Test
    void whatWasWatchedOnSeveralDaysIsToldOnceAndInOrder() {
        film.play(50, 60);
        film.play(0, 10, 55, 70);
        film.play(8, 12, 110, 300);
        assertThat(film.seen()).containsExactly(0, 12, 50, 70, 110, 120);
        assertThat(new WatchedFilm(0).seen()).isEmpty();
    }

    @Test
    void moreThanTheLessonSaysItTakesDoesNotCount() {
        assertThat(film.play(0, 100)).isEqualTo(100);
        assertThat(film.play(100, 200)).isEqualTo(20);
        assertThat(film.play(200, 300)).isZero();
        assertThat(new WatchedFilm(0).play(0, 10)).isZero();
    }
}
