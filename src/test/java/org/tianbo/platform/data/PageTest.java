package org.tianbo.platform.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {

    @ParameterizedTest(name = "{0} found for a page of two")
    @CsvSource({"0, 0, ", "2, 2, ", "3, 2, 2"})
    void thereIsANextPageWhereOneMoreWasReadThanItHolds(int rows, int listed, Integer next) {
        Page<Integer, Integer> page = Page.of(List.of(1, 2, 3).subList(0, rows), 2, Function.identity());

        assertThat(page.rows()).hasSize(listed);
        assertThat(page.next()).isEqualTo(Optional.ofNullable(next));
    }
}
