package org.tianbo.learning;

import java.time.Instant;
import java.util.UUID;

/** A trainee finished a lesson for the first time; told once per trainee and lesson, within the transaction that keeps it. */
public record LessonCompleted(String county, UUID trainee, String lesson, Instant at) {}
