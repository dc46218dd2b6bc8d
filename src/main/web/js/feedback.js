/** The trainee's feedback: each moment opens its clip, and that it was read reaches the county. */

import { record, remember, remembered } from './app.js';
import { startClips } from './feedback/clips.js';

const page = /** @type {HTMLElement | null} */ (document.querySelector('[data-feedback]'));
if (page) {
    startClips(page);
    tellOnce(page.dataset.feedback, page.dataset.attempt);
}

/** Reading it again is no news. @param {string} review @param {string} attempt */
function tellOnce(review, attempt) {
    const key = `feedback-read:${document.documentElement.dataset.person}:${review}`;
    if (!remembered(key)) {
        record('feedback.read', { attempt, review }).then(() => remember(key, new Date().toISOString()));
    }
}
