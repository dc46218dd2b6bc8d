/** Typing captions along the player: it waits while somebody types, Enter sets the time, and it goes on. */

import { find, findAll } from '../app/dom.js';
import { textOf, withLine } from './typed-captions.js';

export function startCaptions() {
    const form = /** @type {HTMLFormElement | null} */ (document.querySelector('[data-captions]'));
    if (!form) {
        return;
    }
    const video = /** @type {HTMLVideoElement} */ (find('[data-along]'));
    const text = /** @type {HTMLTextAreaElement} */ (find('textarea', form));
    const line = /** @type {HTMLInputElement} */ (find('[data-line]', form));
    const file = /** @type {HTMLInputElement} */ (find('input[type=file]', form));
    findAll('[data-with-script]', form).forEach((part) => (part.hidden = false));
    line.addEventListener('input', () => video.pause());
    line.addEventListener('keydown', (event) => {
        // An input method's Enter chooses characters.
        if (event.key !== 'Enter' || event.isComposing) {
            return;
        }
        event.preventDefault();
        text.value = withLine(text.value, line.value, video.currentTime);
        text.scrollTop = text.scrollHeight;
        line.value = '';
        video.play().catch((refused) => console.warn('not playing:', refused.message));
    });
    file.addEventListener('change', async () => {
        const chosen = file.files?.[0];
        if (chosen) {
            text.value = textOf(await chosen.arrayBuffer());
        }
    });
}
