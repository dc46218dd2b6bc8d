package org.tianbo.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GoalsTest {

    private final Results results = new Results();

    @Test
    void eachFigureStandsBesideItsFloorAndItsGoal() {
        results.add("lesson", 2_600, "1/s", "/offline", 5_100);
        results.add("lesson, p99", 15.1, "ms");
        results.add("raw batched insert over JDBC", 90_000, "rows/s");

        assertThat(lines())
                .anyMatch(line -> line.matches("lesson +2600\\.00 1/s +0\\.51 of /offline +≥ 0\\.5 of it +met *"))
                .anyMatch(line -> line.matches("lesson, p99 +15\\.10 ms +≤ 15 +MISSED *"))
                .anyMatch(line -> line.matches("raw batched insert over JDBC +90000\\.00 rows/s *"))
                .last()
                .isEqualTo("1 of 2 goals met; missed: lesson, p99");
    }

    @Test
    void whatWasNotMeasuredHasNotMetItsGoal() {
        results.add("lesson, p99", Double.NaN, "ms");
        results.add("/api/me", 800, "1/s");

        assertThat(lines()).last().isEqualTo("0 of 2 goals met; missed: lesson, p99 · /api/me");
    }

    @Test
    void aGoalIsSaidWithoutNeedlessDigits() {
        assertThat(words("recorded until listed, p95")).isEqualTo("≤ 4000");
        assertThat(words("start without Keycloak")).isEqualTo("≤ 2.5");
        assertThat(words("chunks acknowledged and lost")).isEqualTo("≤ 0");
        assertThat(words("dashboards: funnel, p99 beside few trainees")).isEqualTo("≤ 1.5 of it");
        assertThat(words("people: everybody of 5,000, p99")).isEqualTo("≤ 300");
        assertThat(words("people: nobody, p99")).isEqualTo("≤ 50");
        assertThat(words("dashboards: funnel of 1000000, p99")).isEqualTo("≤ 50");
        assertThat(Goals.of("dashboards: funnel, p99 beside group by")).isEmpty();
        assertThat(Goals.of("people: nobody")).isEmpty();
    }

    private static String words(String figure) {
        return Goals.of(figure).orElseThrow().words();
    }

    private List<String> lines() {
        return results.toString().lines().toList();
    }
}
