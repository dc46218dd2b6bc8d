/** A lesson's one button: stored on the phone first, then on to the questions, with or without network. */

import { record, remember, remembered } from '../app.js';
import { doneKey, doneLocally } from './done-locally.js';

export function startLesson() {
    const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form[data-lesson]'));
    if (!form) {
        return;
    }
    const { lesson, version, keep } = form.dataset;
    recordOpened({ lesson, version });
    showDone(form);
    form.addEventListener('submit', async (event) => {
        event.preventDefault();
        /** @type {HTMLButtonElement} */ (form.querySelector('button')).disabled = true;
        try {
            await record('lesson.completed', { lesson, version }, { about: document.querySelector('h1').textContent });
            location.assign(keep);
        } catch (fault) {
            console.warn('this phone keeps nothing:', fault.message);
            form.submit();
        }
    });
}

/** Recorded once a visit. @param {{lesson: string, version: string}} data */
function recordOpened(data) {
    const key = `opened ${data.version}`;
    if (!remembered(key, 'sessionStorage')) {
        remember(key, 'yes', 'sessionStorage');
        record('lesson.opened', data).catch((fault) => console.warn('not recorded:', fault.message));
    }
}

/** Done on this phone, and not on the page yet: it leads on as if the server had said so. @param {HTMLFormElement} form */
async function showDone(form) {
    if ((await doneLocally()).has(doneKey('lesson.completed', form.dataset.lesson))) {
        form.hidden = true;
        document.querySelectorAll('[data-when-done]').forEach((part) => {
            /** @type {HTMLElement} */ (part).hidden = false;
        });
    }
}
