/** Gathers what the phone knows of an attempt for its mirror. */

import { positionOf, takeLength } from '../attempt/attempt.js';
import { occurrencesOf } from '../audience/record.js';
import { unpacked } from '../signals/signal-track.js';
import { SECOND_MS } from './spans.js';

/** @typedef {import('../attempt/attempt.js').Attempt} Attempt */

/**
 * @param {Attempt} attempt
 * @param {(take: number) => Promise<import('../signals/signal-track.js').SignalBlock[]>} signals of a take
 * @param {import('./steps.js').PlannedStep[]} planned
 * @returns {Promise<import('./mirror.js').Measured>}
 */
export async function measuredOf(attempt, signals, planned) {
    const sounds = [];
    const pictures = [];
    let before = 0;
    for (const take of attempt.takes) {
        const { soundMs, seconds } = unpacked(await signals(take.take));
        const lengthMs = takeLength(take);
        // What was measured after the last byte that was stored is in no recording.
        for (const [i, { sound, picture }] of seconds.entries()) {
            if (sound && i * SECOND_MS + soundMs < lengthMs) {
                sounds.push({ ms: before + i * SECOND_MS + soundMs, sound });
            }
            if (picture.brightness !== undefined && i * SECOND_MS < lengthMs) {
                pictures.push({ ms: before + i * SECOND_MS, picture });
            }
        }
        before += lengthMs;
    }
    return {
        lengthMs: before,
        sounds,
        pictures,
        planned,
        begun: attempt.marks.filter(({ kind }) => kind === 'step').map(({ ref, at }) => ({ ref, ms: positionOf(attempt, at) })),
        products: attempt.plan.products ?? [],
        asked: occurrencesOf(attempt),
    };
}
