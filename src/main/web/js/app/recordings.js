/**
 * Recordings that wait on this phone are uploaded from whatever page is open. The code that does it is loaded only when
 * there are any.
 */

import { person } from '#app/browser.js';
import { recordsOf } from '#app/db.js';
import { isPending } from './pending.js';

export async function sendRecordings() {
    const { sender } = /** @type {HTMLElement | null} */ (document.querySelector('[data-sender]'))?.dataset ?? {};
    // The pages of practice have their own uploader.
    if (sender && !document.querySelector('[data-practice]')) {
        const attempts = await recordsOf('attempts', person());
        if (attempts.some((attempt) => isPending(attempt) || attempt.trouble)) {
            await import(sender).catch((fault) => console.warn('not sent:', fault.message));
        }
    }
}
