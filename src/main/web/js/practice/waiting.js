/** The page's pill tells how many megabytes of recordings still have to go up, and what they wait for. */

import { alsoWaiting } from '../app/safe.js';
import { keptBytes, safeBytes, waits } from './attempt.js';
import { megabytes } from './page.js';
import { attemptsOf, watch } from './shelf.js';

/** What is left rounds to nothing at the very end, but is not nothing. */
const LEAST = 100_000;
const WORDS = { sending: 'going', 'wifi-awaited': 'wifi' };

/** @param {string} person @param {import('./uploader.js').Uploader} uploader */
export function tellWaiting(person, uploader) {
    const tell = async () => {
        const attempts = await attemptsOf(person);
        const waiting = attempts.filter(waits);
        const stuck = attempts.filter(({ trouble }) => trouble);
        alsoWaiting('recordings', waiting.length + stuck.length, words(waiting, stuck, uploader.state));
    };
    watch(tell);
    return tell();
}

/**
 * @param {import('./attempt.js').Attempt[]} waiting
 * @param {import('./attempt.js').Attempt[]} stuck
 * @param {string} state of the sender
 * @returns {string} nothing where there are no megabytes to tell
 */
function words(waiting, stuck, state) {
    const { dataset } = /** @type {HTMLElement} */ (document.querySelector('[data-safe]'));
    const left = waiting.reduce((sum, attempt) => sum + keptBytes(attempt) - safeBytes(attempt), 0);
    if (left > 0) {
        return dataset[WORDS[state] ?? 'held'].replace('#', megabytes(Math.max(left, LEAST)));
    }
    return stuck.length > 0 && waiting.length === 0 ? dataset.stuck : '';
}
