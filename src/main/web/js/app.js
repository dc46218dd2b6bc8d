/**
 * What every page carries. Of the modules in `app/`, those named by an `export` here are loaded once: the build has the
 * other entries take them from this one. The rest of `app/` goes into each entry that uses it.
 */

import { person } from './app/browser.js';
import { refreshPages } from './app/offline-pages.js';
import { sendRecordings } from './app/recordings.js';
import { tellServiceWorker } from './app/service-worker.js';
import { outbox } from './app/sync.js';
import { startSyncStatus } from './app/sync-status.js';
import { startText } from './app/text.js';
import { toast } from './app/toast.js';

export { http, person } from './app/browser.js';
export { read, recordsOf, write } from './app/db.js';
export { Refusal, SignedOut, Unreachable } from './app/http.js';
export { tellServiceWorker } from './app/service-worker.js';
export { remember, remembered } from './app/settings.js';
export { addWaiting } from './app/sync-status.js';
export { outbox, record, refused } from './app/sync.js';

startText();
startSyncStatus();
startSpeech();
startDialogs();
startForms();
startBack();
if (document.querySelector('[data-most]')) {
    import(document.body.dataset.counter);
}

if (person()) {
    const flush = () => outbox().flush();
    flush();
    addEventListener('online', flush);
    document.addEventListener('tianbo:sent', () => refreshPages(['/', '/learn']));
    sendRecordings();
    addEventListener('online', sendRecordings);
    document.addEventListener('visibilitychange', () => document.hidden || flush());
}
navigator.serviceWorker?.register('/sw.js').then(keepFirstPage, (fault) => console.warn('no offline pages:', fault.message));

/** A page that did not come through the service worker, as the first of a visit does, is kept like those that did. */
async function keepFirstPage() {
    const [way] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
    if (person() && !way?.workerStart) {
        await tellServiceWorker({ kind: 'keep', pages: [location.pathname], again: true });
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
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-speak]'))) {
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
        const button = /** @type {HTMLElement | null} */ (/** @type {HTMLElement} */ (target).closest('[data-dialog]'));
        if (button) {
            /** @type {HTMLDialogElement | null} */ (document.querySelector(button.dataset.dialog))?.showModal();
        }
    });
}
