/**
 * Recordings, and words about them, that wait on this phone are uploaded from whatever page is open. The code that does
 * it is loaded only when there are any.
 */

import { person } from '#app/browser.js';
import { recordsOf } from '#app/db.js';
import { isPending } from './pending.js';

export async function sendRecordings() {
    const { sender } = /** @type {HTMLElement | null} */ (document.querySelector('[data-sender]'))?.dataset ?? {};
    // The pages of practice have their own uploader.
    if (sender && !document.querySelector('[data-practice]')) {
        const attempts = await recordsOf('attempts', person());
        // What hosts wrote about them is uploaded by the same code.
        const written = await recordsOf('kv', person());
        if (attempts.some((attempt) => isPending(attempt) || attempt.trouble) || written.some(({ sent }) => sent === false)) {
            await import(sender).catch(console.warn);
        }
    }
}
