/** What every page carries. Other modules take their helpers from here or from `app/…`; the build loads them once. */

import { flush } from './app/outbox.js';
import { keepAgain } from './app/kept-pages.js';
import { bringUpRecordings } from './app/recordings.js';
import { startPill } from './app/safe.js';
import { startText } from './app/text.js';
import { toast } from './app/toast.js';

export * from './app/db.js';
export * from './app/kept-pages.js';
export * from './app/outbox.js';
export * from './app/recordings.js';
export * from './app/safe.js';
export * from './app/settings.js';
export * from './app/toast.js';
export * from './app/uuid.js';

startText();
startPill();
startSpeech();
startDialogs();
startForms();
startBack();
if (document.querySelector('[data-most]')) {
    import(document.body.dataset.counter);
}

if ('person' in document.documentElement.dataset) {
    flush();
    addEventListener('online', flush);
    document.addEventListener('tianbo:sent', () => keepAgain(['/', '/learn']));
    bringUpRecordings();
    addEventListener('online', bringUpRecordings);
    document.addEventListener('visibilitychange', () => document.hidden || flush());
}
navigator.serviceWorker?.register('/sw.js').then(keepFirstPage, (fault) => console.warn('no offline pages:', fault.message));

/** A page that did not come through the service worker, as the first of a visit does, is kept like those that did. */
async function keepFirstPage() {
    const [way] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
    if ('person' in document.documentElement.dataset && !way?.workerStart) {
        const { active } = await navigator.serviceWorker.ready;
        active?.postMessage({ kind: 'keep', pages: [location.pathname], again: true });
    }
}

/** A form sent without network would leave for the browser's own error page, and take along what was written. */
function startForms() {
    const { unsent } = document.body.dataset;
    document.addEventListener('submit', (event) => {
        const sends = /** @type {HTMLFormElement} */ (event.target).method !== 'dialog';
        if (unsent && sends && !navigator.onLine && !event.defaultPrevented) {
            event.preventDefault();
            toast(unsent);
        }
    });
}

/** `<button data-speak="main" hidden>` reads that part of the page; what it takes is loaded when somebody wants it. */
function startSpeech() {
    for (const button of document.querySelectorAll('[data-speak]')) {
        button.hidden = false;
        button.addEventListener('click', async () => (await import(document.body.dataset.speech)).toggle(button));
    }
}

/** Back leads where one came from; the link's own address is for those who came from elsewhere. */
function startBack() {
    document.querySelector('a[data-back]')?.addEventListener('click', (event) => {
        const from = document.referrer && new URL(document.referrer);
        if (from?.origin === location.origin && from.pathname !== location.pathname && !from.pathname.startsWith('/auth/')) {
            event.preventDefault();
            history.back();
        }
    });
}

/** `<button data-dialog="#sure">` opens that `<dialog>`. */
function startDialogs() {
    document.addEventListener('click', ({ target }) => {
        const button = /** @type {HTMLElement} */ (target).closest('[data-dialog]');
        if (button) {
            document.querySelector(button.dataset.dialog).showModal();
        }
    });
}
