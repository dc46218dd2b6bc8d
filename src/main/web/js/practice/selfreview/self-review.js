/**
 * What a host says of an own attempt: one thing to keep, one to change. Plain data and rules over it.
 *
 * @typedef {import('../attempt/attempt.js').RecordedTime} RecordedTime
 * @typedef {'kept' | 'change'} Part
 * @typedef {{words: string, voice?: string, at?: RecordedTime, editedAt: string}} Point `voice` is the SHA-256 in hex of
 *     what was spoken, empty once that was taken back; `at` where a second was named
 * @typedef {{kept?: Point, change?: Point}} SelfReview
 */

/** The most letters of a part that the server takes. */
const MOST_LETTERS = 500;

/** @type {Part[]} */
export const PARTS = ['kept', 'change'];

/**
 * Changes a part. Its time is later than that of what it stands instead of, also where the phone's clock was set back.
 *
 * @param {SelfReview} review
 * @param {Part} part
 * @param {{words: string, voice?: string, at?: RecordedTime}} said
 * @param {number} now milliseconds of the phone's clock
 * @returns {SelfReview}
 */
export function edited(review, part, said, now) {
    const before = Date.parse(review[part]?.editedAt ?? '') || 0;
    return { ...review, [part]: { ...said, editedAt: new Date(Math.max(now, before + 1)).toISOString() } };
}

/**
 * Of each part the one edited later, and the first one's where they are of the same time.
 *
 * @param {SelfReview} one
 * @param {SelfReview} other
 * @returns {SelfReview}
 */
export function merged(one, other) {
    /** @type {SelfReview} */
    const both = {};
    for (const part of PARTS) {
        const [mine, theirs] = [one[part], other[part]];
        const later = !mine || (theirs && Date.parse(theirs.editedAt) > Date.parse(mine.editedAt)) ? theirs : mine;
        if (later) {
            both[part] = later;
        }
    }
    return both;
}

/** Whether nothing of the one is missing in the other. @param {SelfReview} one @param {SelfReview} other */
export function holdsAll(one, other) {
    return PARTS.every((part) => !other[part] || Date.parse(one[part]?.editedAt ?? '') >= Date.parse(other[part].editedAt));
}

/** Whether the server would take it. @param {SelfReview} review */
export function fits(review) {
    return PARTS.every((part) => (review[part]?.words.length ?? 0) <= MOST_LETTERS);
}

/**
 * Where on the whole recording a moment of a take lies.
 *
 * @param {{take: number, ms: number}[]} takes with their lengths
 * @param {RecordedTime} at
 * @returns {number | undefined} milliseconds; none for a take that is not there
 */
export function positionIn(takes, { take, ms }) {
    let before = 0;
    for (const one of takes) {
        if (one.take === take) {
            return before + Math.min(ms, one.ms);
        }
        before += one.ms;
    }
    return undefined;
}

/**
 * Which moment of which take lies there.
 *
 * @param {{take: number, ms: number}[]} takes with their lengths
 * @param {number} position milliseconds of the whole recording
 * @returns {RecordedTime | undefined} none where nothing was recorded
 */
export function momentAt(takes, position) {
    let left = Math.max(0, Math.round(position));
    for (const [index, { take, ms }] of takes.entries()) {
        if (left < ms || index === takes.length - 1) {
            return { take, ms: Math.min(left, ms) };
        }
        left -= ms;
    }
    return undefined;
}
