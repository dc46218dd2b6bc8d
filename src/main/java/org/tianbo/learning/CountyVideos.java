package org.tianbo.learning;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The videos that counties add to lessons; answered by the feature that keeps them. */
public interface CountyVideos {

    /** What trainees of the current county see with the lesson. */
    Optional<CountyVideo> of(String lesson);

    /** The same of every lesson that has one, by lesson. */
    Map<String, CountyVideo> byLesson();

    /** How long each of the current county's videos is or was, by {@link CountyVideo#version}, deleted ones too. */
    Map<UUID, Duration> lengths();
}
