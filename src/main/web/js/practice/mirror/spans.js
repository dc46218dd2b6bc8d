/**
 * Stretches of a recording.
 *
 * @typedef {{fromMs: number, toMs: number}} Span of recorded time
 */

export const SECOND_MS = 1_000;

/** @param {Span} span */
export function length({ fromMs, toMs }) {
    return toMs - fromMs;
}

/** @param {Span[]} spans */
export function longestFirst(spans) {
    return [...spans].sort((one, other) => length(other) - length(one));
}

/**
 * Joins seconds that follow each other.
 *
 * @param {number[]} seconds when each begins, in milliseconds, in their order
 * @param {number} gapMs so much may lie between two of one span
 */
export function spansOf(seconds, gapMs) {
    /** @type {Span[]} */
    const spans = [];
    for (const ms of seconds) {
        const before = spans[spans.length - 1];
        if (before && ms - before.toMs <= gapMs) {
            before.toMs = ms + SECOND_MS;
        } else {
            spans.push({ fromMs: ms, toMs: ms + SECOND_MS });
        }
    }
    return spans;
}

/** How much of the time from one instant to another lies in the spans. @param {Span[]} spans @param {number} fromMs @param {number} toMs */
export function overlap(spans, fromMs, toMs) {
    return spans.reduce((sum, span) => sum + Math.max(0, Math.min(toMs, span.toMs) - Math.max(fromMs, span.fromMs)), 0);
}
