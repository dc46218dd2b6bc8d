/** Shows in the status pill which of this person's recordings have not reached a mentor yet, and why. */

import { dataOf, find } from '../../app/dom.js';
import { megabytes } from '../../app/format.js';
import { isWaiting, storedBytes, safeBytes, unsettled } from '../attempt/attempt.js';
import { cameraPage } from '../attempt/links.js';
import { NOT_DELETED } from './completion.js';

/** @typedef {import('../attempt/attempt.js').Attempt} Attempt */

/** The last bytes would round to 0.0 MB. */
const LEAST = 100_000;
/** @type {Record<string, string>} the pill's text by the state of the uploader */
const TEXTS = { sending: 'going', 'wifi-awaited': 'wifi' };

/**
 * @param {import('../ports.js').Ports} ports
 * @param {Pick<import('../../app/sync-status.js').SyncStatus, 'setWaiting'>} syncStatus
 */
export function showUploadStatus({ person, store, selfReviews, uploader }, syncStatus) {
    const show = async () => {
        const attempts = await store.list(person);
        const waiting = attempts.filter((attempt) => isWaiting(attempt) && !attempt.sentAt);
        const preparing = attempts.filter((attempt) => isWaiting(attempt) && attempt.sentAt);
        // The home page shows it in its own place.
        const [stuck] = unsettled(attempts).filter(({ id }) => !document.querySelector(`[data-failed-attempt="${id}"]`));
        syncStatus.setWaiting('recordings', {
            count: waiting.length + (await store.deleted(person)).length + (await selfReviews.waiting(person)).length,
            words: summary(waiting, preparing, uploader.state),
            href: waiting.length > 0 ? undefined : '/practice',
            trouble: stuck && { words: troubleText(stuck), href: settledOnline(stuck) ? `/practice/${stuck.id}` : cameraPage(stuck.id) },
        });
    };
    store.subscribe(show);
    return show();
}

/** A text of the status pill. @param {string} name */
const pillText = (name) => dataOf(find('[data-pill]'), name);

/** Whether the server's page, not the phone's, shows what to do. @param {Attempt} attempt */
const settledOnline = ({ trouble = '' }) => ['failed', NOT_DELETED].includes(trouble);

/** @param {Attempt} attempt */
function troubleText({ trouble }) {
    return pillText(trouble === 'failed' ? 'failed' : trouble === NOT_DELETED ? 'notDeleted' : 'stuck');
}

/**
 * @param {Attempt[]} waiting
 * @param {Attempt[]} preparing handed in, and not yet where a mentor can see it
 * @param {string} state of the uploader
 * @returns {string} empty if there are only calls without bytes
 */
function summary(waiting, preparing, state) {
    const left = waiting.reduce((sum, attempt) => sum + storedBytes(attempt) - safeBytes(attempt), 0);
    if (left > 0) {
        return pillText(TEXTS[state] ?? 'unsent').replace('#', megabytes(Math.max(left, LEAST)));
    }
    return preparing.length > 0 ? pillText('preparing') : '';
}
