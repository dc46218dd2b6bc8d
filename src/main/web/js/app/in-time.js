/** For what may take as long as it likes, while a person waits for something else. */

/**
 * @template T
 * @param {Promise<T>} work
 * @param {number} mostMs
 * @param {Pick<import('./clock.js').Clock, 'after'>} clock
 * @returns {Promise<T | void>} what it came to; nothing where it failed or took longer
 */
export const inTime = (work, mostMs, clock) => Promise.race([
    work.catch((fault) => console.warn('gone on without:', fault)),
    new Promise((/** @type {(nothing: void) => void} */ late) => clock.after(mostMs, late)),
]);
