package org.tianbo.authoring;

import java.util.List;

/**
 * One change of a lesson and what it changed.
 *
 * @param revision of the draft, which restoring takes the place of
 * @param readers who finished the lesson in this version first; empty for those who may not know
 * @param next address of more of them, empty where these are the last
 */
record VersionView(
        String lesson,
        HistoryView.Line line,
        List<LineDiff.File> files,
        long revision,
        List<String> readers,
        String next) {}
