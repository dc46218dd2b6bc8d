package org.tianbo.learning;

import java.util.Map;
import java.util.UUID;

/** How a county's trainees answered the questions inside its videos. */
public interface VideoAnswers {

    /**
     * How many trainees: of each, the first answer counts, by the version of the lesson that was asked.
     *
     * @param skipped passed it over and have not answered it since
     */
    record Figures(int answered, int right, int skipped) {

        public static final Figures NONE = new Figures(0, 0, 0);
    }

    /**
     * By question; one that nobody came to is absent.
     *
     * @param video see {@link CountyVideo#version}
     * @param lesson whose video it is: only its questions count
     */
    Map<String, Figures> of(UUID video, String lesson);
}
