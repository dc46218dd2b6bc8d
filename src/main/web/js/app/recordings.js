/**
 * Recordings that still wait on this phone go up from whatever page is open; what sends them is fetched only when there
 * are any.
 */

import { person } from './browser.js';
import { recordsOf } from './db.js';
import { isPending } from './pending.js';

export async function sendRecordings() {
    const { sender } = /** @type {HTMLElement | null} */ (document.querySelector('[data-sender]'))?.dataset ?? {};
    // The pages of practice send by themselves.
    if (sender && !document.querySelector('[data-practice]')) {
        const attempts = await recordsOf('attempts', person());
        if (attempts.some((attempt) => isPending(attempt) || attempt.trouble)) {
            await import(sender).catch((fault) => console.warn('recordings wait:', fault.message));
        }
    }
}
