/** Recordings that still wait on this phone go up from whatever page is open; what sends them is fetched only when there are any. */

import { read } from './db.js';

export async function bringUpRecordings() {
    const { person } = document.documentElement.dataset;
    const { sender } = /** @type {HTMLElement | null} */ (document.querySelector('[data-sender]'))?.dataset ?? {};
    // The pages of practice send by themselves.
    if (!sender || document.querySelector('[data-practice]')) {
        return;
    }
    const attempts = await read('attempts', (store) => store.getAll());
    const waits = (one) => one.deletedAt || one.takes.length && !one.submittedAt && (!one.finishedAt || one.handIn || one.trouble);
    if (attempts.some((one) => one.person === person && waits(one))) {
        await import(sender).catch((fault) => console.warn('recordings wait:', fault.message));
    }
}
