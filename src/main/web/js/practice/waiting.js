/** The page's pill tells what of this person's recordings has not reached a mentor yet, and why. */

import { alsoWaiting } from '../app/safe.js';
import { keptBytes, safeBytes, unsettled, waits } from './attempt.js';
import { NOT_DELETED } from './completion.js';
import { cameraPage, megabytes } from './page.js';
import { attemptsOf, deletedOf, watch } from './shelf.js';

/** @typedef {import('./attempt.js').Attempt} Attempt */

/** What is left rounds to nothing at the very end, but is not nothing. */
const LEAST = 100_000;
const WORDS = { sending: 'going', 'wifi-awaited': 'wifi' };

/** @param {string} person @param {import('./uploader.js').Uploader} uploader */
export function tellWaiting(person, uploader) {
    const tell = async () => {
        const attempts = await attemptsOf(person);
        const waiting = attempts.filter((attempt) => waits(attempt) && !attempt.sentAt);
        const preparing = attempts.filter((attempt) => waits(attempt) && attempt.sentAt);
        // Home says it in its own place.
        const [stuck] = unsettled(attempts).filter(({ id }) => !document.querySelector(`[data-failed-attempt="${id}"]`));
        alsoWaiting('recordings', {
            count: waiting.length + (await deletedOf(person)).length,
            words: words(waiting, preparing, uploader.state),
            href: waiting.length > 0 ? undefined : '/practice',
            trouble: stuck && { words: stuckWords(stuck), href: settledOnline(stuck) ? `/practice/${stuck.id}` : cameraPage(stuck.id) },
        });
    };
    watch(tell);
    return tell();
}

/** @returns {DOMStringMap} the sentences of the page's pill */
const said = () => /** @type {HTMLElement} */ (document.querySelector('[data-safe]')).dataset;

/** Whether the server's page of it, not this phone's, says what to do. @param {Attempt} attempt */
const settledOnline = ({ trouble = '' }) => ['failed', NOT_DELETED].includes(trouble);

/** @param {Attempt} attempt */
function stuckWords(attempt) {
    const { failed, stuck, notDeleted } = said();
    return { failed, [NOT_DELETED]: notDeleted }[attempt.trouble ?? ''] ?? stuck;
}

/**
 * @param {Attempt[]} waiting
 * @param {Attempt[]} preparing handed in, and not yet where a mentor can see it
 * @param {string} state of the sender
 * @returns {string} nothing where there is nothing but calls without bytes
 */
function words(waiting, preparing, state) {
    const left = waiting.reduce((sum, attempt) => sum + keptBytes(attempt) - safeBytes(attempt), 0);
    if (left > 0) {
        return said()[WORDS[state] ?? 'held'].replace('#', megabytes(Math.max(left, LEAST)));
    }
    return preparing.length > 0 ? said().preparing : '';
}
