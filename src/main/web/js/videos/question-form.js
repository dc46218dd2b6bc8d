/** Choosing the place of a question: where the video stands. */

import { find } from '../app/dom.js';
import { playTime } from '../app/format.js';

export function startQuestionForm() {
    const form = /** @type {HTMLFormElement | null} */ (document.querySelector('[data-add-question]'));
    if (!form) {
        return;
    }
    const video = /** @type {HTMLVideoElement} */ (find('[data-along]'));
    const now = find('[data-now]', form);
    now.hidden = false;
    now.addEventListener('click', () => {
        video.pause();
        /** @type {HTMLInputElement} */ (find('[name=at]', form)).value = playTime(video.currentTime * 1000);
    });
}
