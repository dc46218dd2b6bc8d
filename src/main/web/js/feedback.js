/** The trainee's feedback: each moment opens its clip, and reading it is recorded. */

import { person } from '#app/browser.js';
import { dataOf } from './app/dom.js';
import { remember, remembered } from '#app/settings.js';
import { record } from '#app/sync.js';
import { startClips } from './feedback/clips.js';
import { helpedOrNot } from './app/helping.js';

const page = /** @type {HTMLElement | null} */ (document.querySelector('[data-feedback]'));
if (page) {
    // Without a recording there is nothing to play.
    if (document.querySelector('dialog.clip')) {
        startClips(page);
    }
    recordOnce(dataOf(page, 'feedback'), dataOf(page, 'attempt'));
}

/** Reading it again is not recorded. @param {string} review @param {string} attempt */
function recordOnce(review, attempt) {
    const key = `feedback-read:${person()}:${review}`;
    if (!remembered(key)) {
        record('feedback.read', { attempt, review }, helpedOrNot()).then(() => remember(key, new Date().toISOString()));
    }
}
