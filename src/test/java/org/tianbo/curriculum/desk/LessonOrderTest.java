package org.tianbo.curriculum.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LessonOrderTest {

    private static final Map<String, String> TEXT = Map.of("course.yaml", "title: {}");

    @Test
    void lessonsStandAsTheyWerePutAndNewOnesBehindThem() {
        LessonOrder order = new LessonOrder(List.of("our-drying", "our-gone", "our-picking"));

        assertThat(order.sorted(List.of("our-picking", "our-new", "our-drying", "our-newer"), Function.identity()))
                .containsExactly("our-drying", "our-picking", "our-new", "our-newer");
    }

    @Test
    void itIsKeptBesideTheCoursesText() {
        LessonOrder order = new LessonOrder(List.of("our-drying", "our-picking"));

        assertThat(LessonOrder.of(order.beside(new TreeMap<>(TEXT)))).isEqualTo(order);
        assertThat(order.beside(new TreeMap<>(TEXT))).containsAllEntriesOf(TEXT);
    }

    @Test
    void whereNobodyHasMovedALessonNothingIsKept() {
        assertThat(LessonOrder.BY_NUMBER.beside(new TreeMap<>(TEXT))).isEqualTo(TEXT);
        assertThat(LessonOrder.of(new TreeMap<>(TEXT))).isEqualTo(LessonOrder.BY_NUMBER);
    }
}
