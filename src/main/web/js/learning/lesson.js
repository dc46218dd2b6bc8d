import { record } from '../app/outbox.js';
import { remember, remembered } from '../app/settings.js';

/** A lesson's one button: kept on the phone first, then on to the questions, with or without network. */
export function startLesson() {
    const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form[data-lesson]'));
    if (!form) {
        return;
    }
    const { lesson, version, keep } = form.dataset;
    opened({ lesson, version });
    form.addEventListener('submit', async (event) => {
        event.preventDefault();
        form.querySelector('button').disabled = true;
        try {
            await record('lesson.completed', { lesson, version }, { about: document.querySelector('h1').textContent });
            location.assign(keep);
        } catch (fault) {
            console.warn('this phone keeps nothing:', fault.message);
            form.submit();
        }
    });
}

/** Told once a visit. @param {{lesson: string, version: string}} data */
function opened(data) {
    const key = `opened ${data.version}`;
    if (!remembered(key, 'sessionStorage')) {
        remember(key, 'yes', 'sessionStorage');
        record('lesson.opened', data).catch((fault) => console.warn('not told:', fault.message));
    }
}
