package org.tianbo.learning;

import java.time.Instant;
import java.util.UUID;

/**
 * One record of a phone by which a lesson counts as finished, or a quiz as answered.
 *
 * @param quiz whether the lesson's quiz was answered; else the lesson was finished
 * @param at when it happened on the phone
 * @param receivedAt when it reached the county
 * @param device the phone's name of itself; empty for what was submitted on a page
 * @param helping the help with which it was done; null where the person did it alone
 * @param hurried whether it was done within seconds of the same for another lesson, faster than anybody reads
 */
public record LessonProof(
        UUID record,
        String lesson,
        String version,
        boolean quiz,
        Instant at,
        Instant receivedAt,
        String device,
        UUID helping,
        boolean hurried) {

    private static final int ENOUGH_TO_COMPARE = 8;

    public LessonProof flagged() {
        return new LessonProof(record, lesson, version, quiz, at, receivedAt, device, helping, true);
    }

    public boolean helped() {
        return helping != null;
    }

    /** Enough of the phone's name to tell two phones apart. */
    public String shortDevice() {
        return device.length() > ENOUGH_TO_COMPARE ? device.substring(0, ENOUGH_TO_COMPARE) : device;
    }
}
