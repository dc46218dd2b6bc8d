package org.tianbo.film;

/** What a county's trainees see of its videos is another now: one is shown or no longer, or its captions changed. */
public record FilmsChanged(String county) {}
