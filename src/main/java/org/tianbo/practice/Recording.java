package org.tianbo.practice;

import java.util.List;

/** What came of an attempt: one file to play, where it leaps, and what was measured. Kept with the attempt. */
record Recording(
        long durationMs,
        String videoKey,
        String posterKey,
        List<Gap> gaps,
        List<MarkedMoment> marks,
        Readings readings) {}
