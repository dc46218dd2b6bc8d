package org.tianbo.mentoring.feedback;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The scores of one rubric so far as a line, in a drawing {@value #WIDTH} wide and {@value #HEIGHT} high.
 *
 * @param points in the order of the attempts, the last few only
 */
record ScoreChart(List<Point> points) {

    static final int WIDTH = 320;
    static final int HEIGHT = 104;

    private static final int MOST = 6;
    private static final int SIDE = 28;
    private static final int TOP = 40;
    private static final int BOTTOM = 92;

    /** A quiet stretch stays quiet: differences under this many points do not fill the height. */
    private static final int LEAST_SPAN = 20;

    /** @param last this review's own */
    record Point(int x, int y, int score, boolean last) {

        public int labelY() {
            return y - 14;
        }
    }

    static ScoreChart of(List<Integer> all) {
        List<Integer> scores = all.subList(Math.max(0, all.size() - MOST), all.size());
        int low = scores.stream().mapToInt(Integer::intValue).min().orElse(0);
        int high = scores.stream().mapToInt(Integer::intValue).max().orElse(0);
        int span = Math.max(LEAST_SPAN, high - low);
        int middle = (low + high) / 2;
        int last = scores.size() - 1;
        return new ScoreChart(IntStream.rangeClosed(0, last)
                .mapToObj(index -> {
                    int score = scores.get(index);
                    int x = last == 0 ? WIDTH / 2 : SIDE + index * (WIDTH - 2 * SIDE) / last;
                    int y = (TOP + BOTTOM) / 2 - (score - middle) * (BOTTOM - TOP) / span;
                    return new Point(x, y, score, index == last);
                })
                .toList());
    }

    public String path() {
        return points.stream().map(point -> point.x() + " " + point.y()).collect(Collectors.joining("L", "M", ""));
    }

    /** For those who hear the page. */
    public String spoken() {
        return points.stream().map(point -> Integer.toString(point.score())).collect(Collectors.joining(", "));
    }

    public boolean worthDrawing() {
        return points.size() > 1;
    }
}
