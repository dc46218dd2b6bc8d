package org.tianbo.film.publishing;

/** Why a question was not added to a video. */
public enum QuestionFault {
    /** No time, or none that was understood. */
    TIME,
    /** The video does not last that long, or has not begun. */
    BEYOND,
    /** The lesson's pool has no such question. */
    ITEM,
    /** The video stops for this question already. */
    AGAIN,
    /** The video stops for another one at that second. */
    TAKEN,
    /** It stops as often as may be. */
    MANY
}
