/**
 * The audience of an attempt and what happened: stored with the attempt on the phone, and sent when it is finished.
 *
 * @typedef {import('../attempt/attempt.js').Attempt} Attempt
 * @typedef {import('./occurrence.js').Occurrence} Occurrence
 *
 * @typedef {Omit<Occurrence, 'ms'> & {at: import('../attempt/attempt.js').RecordedTime}} StoredOccurrence as phones store
 *     it and the API takes it
 *
 * @typedef {object} Audience
 * @property {import('./scenario.js').Scenario} scenario as it was published when this was planned
 * @property {import('./engine.js').Intensity} intensity
 * @property {StoredOccurrence[]} asked in the order in which they were shown
 */

import { positionOf, takeLength } from '../attempt/attempt.js';

/** More than any scenario has. */
const MOST = 100;

/**
 * What happened so far, at recorded times of the whole attempt. What was shown after the last stored byte of a take that
 * was cut off is not in the recording, and comes again.
 *
 * @param {Attempt} attempt
 * @returns {Occurrence[]}
 */
export function occurrencesOf(attempt) {
    return recorded(attempt).map(({ at, ...one }) => ({ ...one, ms: positionOf(attempt, at) }));
}

/**
 * As it is stored: each at a time of its take.
 *
 * @param {Occurrence[]} occurrences
 * @param {StoredOccurrence[]} before those of earlier takes
 * @param {number} take the current one
 * @param {number} beforeMs recorded before it
 * @returns {StoredOccurrence[]}
 */
export function toStored(occurrences, before, take, beforeMs) {
    return occurrences.map(({ ms, ...one }) => ({
        ...one,
        at: before.find(({ event }) => event === one.event)?.at ?? { take, ms: ms - beforeMs },
    }));
}

/**
 * As the API takes it; undefined if no viewer said anything.
 *
 * @param {Attempt} attempt
 */
export function audienceReport(attempt) {
    const asked = recorded(attempt).slice(0, MOST);
    if (!attempt.audience || asked.length === 0) {
        return undefined;
    }
    const { scenario, intensity } = attempt.audience;
    return { scenario: scenario.slug, version: scenario.version, intensity, asked };
}

/** @param {Attempt} attempt @returns {StoredOccurrence[]} those within the stored bytes */
function recorded({ audience, takes }) {
    return (audience?.asked ?? []).filter(({ at }) => takes.some((take) => take.take === at.take && at.ms <= takeLength(take)));
}
