/** A lesson's one button: it stores on the phone that the lesson is done, then opens the quiz, with or without network. */

import { person } from '#app/browser.js';
import { remember, remembered } from '#app/settings.js';
import { record } from '#app/sync.js';
import { doneKey, doneLocally } from './done-locally.js';

export function startLesson() {
    const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form[data-lesson]'));
    if (!form) {
        return;
    }
    const { lesson, version, prefetch } = /** @type {DOMStringMap & Record<'lesson' | 'version' | 'prefetch', string>} */ (form.dataset);
    recordOpened({ lesson, version });
    showDone(form, lesson);
    form.addEventListener('submit', async (event) => {
        event.preventDefault();
        /** @type {HTMLButtonElement} */ (form.querySelector('button')).disabled = true;
        try {
            await record('lesson.completed', { lesson, version }, { about: document.title.split(' · ')[0] });
            location.assign(prefetch);
        } catch (fault) {
            console.warn(fault);
            // The service worker, which may take it, knows only who signed in last.
            form.action = `?person=${person()}`;
            form.submit();
        }
    });
}

/** Recorded once in a visit. @param {{lesson: string, version: string}} data */
function recordOpened(data) {
    const key = `opened ${data.version}`;
    if (!remembered(key, 'sessionStorage')) {
        remember(key, 'yes', 'sessionStorage');
        record('lesson.opened', data).catch(console.warn);
    }
}

/**
 * A lesson done on this phone shows as done, although the server did not know it yet.
 *
 * @param {HTMLFormElement} form
 * @param {string} lesson
 */
async function showDone(form, lesson) {
    if ((await doneLocally()).has(doneKey('lesson.completed', lesson))) {
        form.hidden = true;
        document.querySelectorAll('[data-when-done]').forEach((part) => {
            /** @type {HTMLElement} */ (part).hidden = false;
        });
    }
}
