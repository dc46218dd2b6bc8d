package org.tianbo.authoring;

import java.time.Instant;
import java.util.List;

/**
 * One change of a lesson and what it changed.
 *
 * @param revision of the draft, which restoring takes the place of
 * @param readers who opened this version; empty for those who may not know
 * @param next address of more of them, empty where these are the last
 */
record VersionView(
        String lesson,
        HistoryView.Line line,
        List<LineDiff.File> files,
        long revision,
        List<Reader> readers,
        String next) {

    /** @param finishedAt null where the lesson is not finished, or was in another version first */
    record Reader(String name, Instant openedAt, Instant finishedAt) {}
}
