/** Recordings that still wait on this phone go up from whatever page is open; what sends them is fetched only when there are any. */

import { read } from './db.js';

/** Whether an attempt is not yet where its trainee wants it; the pages of practice know the rest. @param {any} one */
export function waitsHere(one) {
    return one.deletedAt || (one.takes.length && !one.submittedAt && (!one.finishedAt || one.handIn || one.trouble));
}

/** What a store holds of the person who is signed in. @param {'outbox' | 'refused' | 'attempts'} store @returns {Promise<any[]>} */
export async function mine(store) {
    const { person = '' } = document.documentElement.dataset;
    return (await read(store, (all) => all.getAll())).filter((one) => one.person === person);
}

export async function bringUpRecordings() {
    const { sender } = /** @type {HTMLElement | null} */ (document.querySelector('[data-sender]'))?.dataset ?? {};
    // The pages of practice send by themselves.
    if (sender && !document.querySelector('[data-practice]') && (await mine('attempts')).some((one) => waitsHere(one) || one.trouble)) {
        await import(sender).catch((fault) => console.warn('recordings wait:', fault.message));
    }
}
