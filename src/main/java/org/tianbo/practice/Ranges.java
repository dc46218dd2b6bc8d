package org.tianbo.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Sets of chunk numbers as sorted, inclusive ranges: {@code [[0,4],[7,7]]}. */
final class Ranges {

    private Ranges() {}

    static List<int[]> of(IntStream numbers) {
        List<int[]> ranges = new ArrayList<>();
        numbers.sorted().distinct().forEach(number -> {
            int[] last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
            if (last != null && last[1] + 1 == number) {
                last[1] = number;
            } else {
                ranges.add(new int[] {number, number});
            }
        });
        return ranges;
    }

    /** What of the first {@code count} numbers is not there. */
    static List<int[]> missing(int count, Set<Integer> there) {
        return of(IntStream.range(0, count).filter(number -> !there.contains(number)));
    }
}
