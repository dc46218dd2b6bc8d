package org.tianbo.platform.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sets of chunk numbers as sorted, inclusive ranges: {@code [[0,4],[7,7]]}. Work on them costs what is here, not what
 * is claimed.
 */
public final class Ranges {

    private Ranges() {}

    /** The numbers in any order, each as often as it comes. */
    public static List<int[]> of(IntStream numbers) {
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
    public static List<int[]> missing(int count, List<int[]> there) {
        List<int[]> missing = new ArrayList<>();
        int next = 0;
        for (int[] range : there) {
            if (range[0] >= count) {
                break;
            }
            if (range[0] > next) {
                missing.add(new int[] {next, range[0] - 1});
            }
            next = range[1] + 1;
        }
        if (next < count) {
            missing.add(new int[] {next, count - 1});
        }
        return missing;
    }

    /** What is there beyond the first {@code count} numbers. */
    public static List<int[]> beyond(int count, List<int[]> there) {
        return there.stream()
                .filter(range -> range[1] >= count)
                .map(range -> new int[] {Math.max(range[0], count), range[1]})
                .toList();
    }
}
