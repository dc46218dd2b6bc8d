package org.tianbo.authoring;

import java.time.Instant;
import java.util.List;

/**
 * What became of a lesson, the latest first.
 *
 * @param next address of the next page, empty on the last
 */
record HistoryView(String lesson, String title, List<Line> lines, String next) {

    /**
     * A publishing or taking back.
     *
     * @param shown false for a taking back
     * @param opened how many trainees opened this version
     * @param finished how many of them finished the lesson in it first
     */
    record Line(long number, boolean shown, Instant at, String by, String reason, long opened, long finished) {}
}
