/** The page's status line says what of this person's recordings has not reached a mentor yet, and why. */

import { find } from '../../app/dom.js';
import { megabytes } from '../../app/format.js';
import { addWaiting } from '../../app/sync-status.js';
import { isWaiting, keptBytes, safeBytes, unsettled } from '../attempt/attempt.js';
import { cameraPage } from '../attempt/links.js';
import { NOT_DELETED } from './completion.js';

/** @typedef {import('../attempt/attempt.js').Attempt} Attempt */

/** What is left rounds to nothing at the very end, but is not nothing. */
const LEAST = 100_000;
const WORDS = { sending: 'going', 'wifi-awaited': 'wifi' };

/**
 * @param {string} person
 * @param {import('../attempt/attempt-store.js').AttemptStore} store
 * @param {import('./uploader.js').Uploader} uploader
 */
export function showUploadStatus(person, store, uploader) {
    const show = async () => {
        const attempts = await store.list(person);
        const waiting = attempts.filter((attempt) => isWaiting(attempt) && !attempt.sentAt);
        const preparing = attempts.filter((attempt) => isWaiting(attempt) && attempt.sentAt);
        // Home says it in its own place.
        const [stuck] = unsettled(attempts).filter(({ id }) => !document.querySelector(`[data-failed-attempt="${id}"]`));
        addWaiting('recordings', {
            count: waiting.length + (await store.deleted(person)).length,
            words: words(waiting, preparing, uploader.state),
            href: waiting.length > 0 ? undefined : '/practice',
            trouble: stuck && { words: stuckWords(stuck), href: settledOnline(stuck) ? `/practice/${stuck.id}` : cameraPage(stuck.id) },
        });
    };
    store.subscribe(show);
    return show();
}

/** The sentences of the page's status line. */
const sentences = () => find('[data-safe]').dataset;

/** Whether the server's page of it, not this phone's, says what to do. @param {Attempt} attempt */
const settledOnline = ({ trouble = '' }) => ['failed', NOT_DELETED].includes(trouble);

/** @param {Attempt} attempt */
function stuckWords(attempt) {
    const { failed, stuck, notDeleted } = sentences();
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
        return sentences()[WORDS[state] ?? 'held'].replace('#', megabytes(Math.max(left, LEAST)));
    }
    return preparing.length > 0 ? sentences().preparing : '';
}
