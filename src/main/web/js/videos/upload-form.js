/** The form that uploads a video of a lesson, and what it says meanwhile. */

import { http } from '#app/browser.js';
import { Refusal } from '#app/http.js';
import { remember, remembered } from '#app/settings.js';
import { clock } from '../app/clock.js';
import { dataOf, find, message, setText } from '../app/dom.js';
import { megabytes } from '../app/format.js';
import { oneAtATime } from '../app/one-at-a-time.js';
import { uuid } from '../app/uuid.js';
import { digestOf } from '../practice/attempt/take-writer.js';
import { createVideoUpload } from './video-upload.js';

/** @returns {() => boolean} whether a file is being sent */
export function startUpload() {
    const form = /** @type {HTMLFormElement | null} */ (document.querySelector('[data-upload]'));
    if (!form) {
        return () => false;
    }
    const status = find('[data-status]', form);
    const bar = /** @type {HTMLProgressElement} */ (find('progress', form));
    const send = /** @type {HTMLButtonElement} */ (find('[data-send]', form));
    const pause = /** @type {HTMLButtonElement} */ (find('[data-pause]', form));
    const upload = createVideoUpload({
        api: http, clock, digestOf, remembered, remember, uuid,
        report: ({ name, done, total, seconds = 0 }) => {
            const percent = Math.floor((100 * done) / total);
            find('[data-progress]', form).hidden = false;
            bar.value = percent;
            setText(status, message(name, { done: megabytes(done), total: megabytes(total), percent, seconds }));
        },
    });
    find('[data-without-script]', form).remove();
    send.hidden = false;
    const sending = oneAtATime(async (/** @type {File} */ file) => {
        send.disabled = true;
        pause.hidden = false;
        try {
            const outcome = await upload.send(file, dataOf(form, 'lesson'));
            if (outcome === 'complete') {
                location.reload();
            } else if (outcome === 'signedOut') {
                setText(status, message('signedOut'));
            }
        } catch (fault) {
            if (!(fault instanceof Refusal)) {
                throw fault;
            }
            setText(status, message('refused', { reason: fault.message }));
        } finally {
            send.disabled = false;
            pause.hidden = true;
        }
    });
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        const file = /** @type {HTMLInputElement} */ (find('input[type=file]', form)).files?.[0];
        if (file && file.size > Number(dataOf(form, 'largest'))) {
            setText(status, message('tooLarge', { size: megabytes(file.size) }));
        } else if (file) {
            sending(file);
        }
    });
    pause.addEventListener('click', () => upload.pause());
    return () => send.disabled;
}
