/** What of this person's work is on this phone only. */

import { read } from './db.js';
import { refused, waiting } from './outbox.js';

/**
 * @typedef {object} Unsent
 * @property {import('./outbox.js').SyncRecord[]} waiting for the network
 * @property {import('./outbox.js').SyncRecord[]} refused by the server
 * @property {{id: string, plan: {title: string}}[]} recordings not sent completely, or not handed in although they should be
 * @property {number} deletions the server has yet to be told of
 */

/** @returns {Promise<Unsent>} */
export async function unsent() {
    const { person } = document.documentElement.dataset;
    const attempts = await read('attempts', (store) => store.getAll());
    const mine = attempts.filter((one) => one.person === person);
    const recordings = mine.filter((one) => one.takes.length > 0
        && (!one.finishedAt || (one.handIn && !one.sentAt && !one.submittedAt)));
    const deletions = mine.filter(({ deletedAt }) => deletedAt).length;
    return { waiting: await waiting(), refused: await refused(), recordings, deletions };
}
