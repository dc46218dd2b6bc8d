package org.tianbo.mentoring;

import java.util.Optional;
import java.util.UUID;

/**
 * A mentor's work.
 *
 * @param trainees how many they mentor
 * @param waiting attempts of these that wait for a review; one with two mentors waits for both
 * @param overdue those of them that wait longer than a trainee is promised
 * @param published reviews of the last {@link MentorLoads#DAYS} days
 * @param late those of them that came later than promised
 * @param medianHours half of them took no longer, in hours from when the attempt was handed in; empty without any
 */
public record MentorLoad(
        UUID mentor,
        String name,
        int trainees,
        int waiting,
        int overdue,
        int published,
        int late,
        Optional<Long> medianHours) {}
