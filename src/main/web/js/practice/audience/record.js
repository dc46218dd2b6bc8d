/**
 * What the audience of an attempt is, and what came of it: kept with the attempt on the phone, sent with its end.
 *
 * @typedef {import('../attempt/attempt.js').Attempt} Attempt
 * @typedef {import('./engine.js').Asked} Asked
 *
 * @typedef {Omit<Asked, 'ms'> & {at: import('../attempt/attempt.js').RecordedTime}} Remembered
 *
 * @typedef {object} Audience
 * @property {import('./scenario.js').Scenario} scenario as it was published when this was planned
 * @property {import('./engine.js').Intensity} intensity
 * @property {Remembered[]} asked in the order in which it was shown
 */

import { positionOf, takeLength } from '../attempt/attempt.js';

/** More than any scenario has. */
const MOST = 100;

/**
 * What was asked, at the recorded times of the whole attempt. What was shown after the last stored byte of a take that
 * died is not in the recording, and is asked again.
 *
 * @param {Attempt} attempt
 * @returns {Asked[]}
 */
export function askedBefore(attempt) {
    return recorded(attempt).map(({ at, ...one }) => ({ ...one, ms: positionOf(attempt, at) }));
}

/**
 * The same as it is kept: each at a time of its take.
 *
 * @param {Asked[]} asked
 * @param {Remembered[]} before what is kept of earlier takes
 * @param {number} take that runs
 * @param {number} beforeMs recorded before it
 * @returns {Remembered[]}
 */
export function remembered(asked, before, take, beforeMs) {
    return asked.map(({ ms, ...one }) => ({
        ...one,
        at: before.find(({ event }) => event === one.event)?.at ?? { take, ms: ms - beforeMs },
    }));
}

/**
 * As the server takes it; nothing where nobody said anything.
 *
 * @param {Attempt} attempt
 */
export function report(attempt) {
    const asked = recorded(attempt).slice(0, MOST);
    if (!attempt.audience || asked.length === 0) {
        return undefined;
    }
    const { scenario, intensity } = attempt.audience;
    return { scenario: scenario.slug, version: scenario.version, intensity, asked };
}

/** @param {Attempt} attempt @returns {Remembered[]} what lies within the bytes that were stored */
function recorded({ audience, takes }) {
    return (audience?.asked ?? []).filter(({ at }) => takes.some((take) => take.take === at.take && at.ms <= takeLength(take)));
}
