/**
 * Loaded by every page. The modules of `app/` named by an `export` here are loaded once: they are imported as `#app/…`
 * everywhere, which the build turns into an import from this file. The rest of `app/` is imported by its relative path and
 * bundled into each entry that uses it.
 */

import { person } from '#app/browser.js';
import { sendRecordings } from './app/recordings.js';
import { postToWorker } from '#app/service-worker.js';
import { outbox, syncStatus } from '#app/sync.js';
import { startText } from './app/text.js';
import { toast } from './app/toast.js';

/** @typedef {ServiceWorkerRegistration & {sync?: {register: (tag: string) => Promise<void>}}} WithSync */

export { http, person } from '#app/browser.js';
export { read, recordsOf, write } from '#app/db.js';
export { PERSON, Refusal, SignedOut, Unreachable } from '#app/http.js';
export { postToWorker } from '#app/service-worker.js';
export { remember, remembered } from '#app/settings.js';
export { outbox, record, syncStatus } from '#app/sync.js';

startText();
syncStatus.start();
startSpeech();
startDialogs();
startForms();
startBack();
const { counter, speech, unsent } = /** @type {Record<string, string>} */ (document.body.dataset);
if (document.querySelector('[data-most]')) {
    import(counter);
}

if (person()) {
    const flush = () => outbox().flush();
    const sendAll = () => {
        flush();
        sendRecordings();
    };
    sendAll();
    addEventListener('online', sendAll);
    document.addEventListener('tianbo:sent', () => postToWorker({ pages: ['/', '/learn'], again: true }));
    document.addEventListener('visibilitychange', () => (document.hidden ? sendLater() : flush()));
}
navigator.serviceWorker?.register('/sw.js').then(storeFirstPage, console.warn);

/** A page that did not pass through the service worker, such as the first of a visit, is stored like the others. */
async function storeFirstPage() {
    const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
    if (person() && !navigation?.workerStart) {
        await postToWorker({ pages: [location.pathname], again: true });
    }
}

/** What waits when the page is left is sent by the service worker, in browsers that wake it up for that. */
async function sendLater() {
    if ((await outbox().waiting()).length) {
        const registered = /** @type {WithSync | undefined} */ (await navigator.serviceWorker?.ready);
        registered?.sync?.register('outbox').catch(console.warn);
    }
}

/** A form sent without network would lead to the browser's own error page, and what was typed would be lost. */
function startForms() {
    document.addEventListener('submit', (event) => {
        const sends = /** @type {HTMLFormElement} */ (event.target).method !== 'dialog';
        if (unsent && sends && !navigator.onLine && !event.defaultPrevented) {
            event.preventDefault();
            toast(unsent);
        }
    });
}

/** `<button data-speak="main" hidden>` reads that part of the page aloud; the code is loaded when it is pressed. */
function startSpeech() {
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-speak]'))) {
        button.hidden = false;
        button.addEventListener('click', () => import(speech).then((reader) => reader.toggle(button), console.warn));
    }
}

/** The back link leads to the page the person came from; its own address is for those who came from elsewhere. */
function startBack() {
    for (const link of document.querySelectorAll('a[data-back]')) {
        link.addEventListener('click', (event) => {
            const from = new URL(document.referrer || location.href);
            if (from.origin === location.origin && from.pathname !== location.pathname && !from.pathname.startsWith('/auth/')) {
                event.preventDefault();
                history.back();
            }
        });
    }
}

/** `<button data-dialog="#sure">` opens that `<dialog>`. */
function startDialogs() {
    document.addEventListener('click', ({ target }) => {
        const button = /** @type {HTMLElement | null} */ (/** @type {HTMLElement} */ (target).closest('[data-dialog]'));
        if (button) {
            /** @type {HTMLDialogElement} */ (document.querySelector(/** @type {string} */ (button.dataset.dialog))).showModal();
        }
    });
}
