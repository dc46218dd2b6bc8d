import { recordedMs } from '#js/practice/attempt/attempt.js';
import { lostMs } from '#js/practice/recording/heartbeat.js';

/** @typedef {import('#js/practice/attempt/attempt.js').Attempt} Attempt */

/**
 * What the phone calls safe is on the server.
 *
 * @param {Attempt} attempt
 * @param {import('./attempt-server.js').Chunks} [stored]
 */
export function checkSafe({ takes }, stored) {
    const wrong = takes.flatMap(({ take, safe }) => safe.flatMap(([from, to]) =>
        Array.from({ length: to - from + 1 }, (_, i) => from + i)
            .filter((seq) => !stored?.get(take)?.has(seq))
            .map((seq) => `${take}/${seq}`)));
    if (wrong.length > 0) {
        throw new Error(`called safe and not on the server: ${wrong}`);
    }
}

/** Milliseconds that are stored, and those that the attempt says were lost. @param {Attempt} attempt */
export function accountedMs(attempt) {
    return recordedMs(attempt) + lostMs(attempt) + (attempt.takes.length === 0 ? attempt.lostAtStartMs ?? 0 : 0);
}
