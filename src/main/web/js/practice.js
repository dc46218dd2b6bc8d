/** Practice, in the browser: every page with this script also brings up what still waits on the phone. */

import { alsoWaiting } from './app/safe.js';
import { attemptPage } from './practice/attempt-page.js';
import { waits } from './practice/attempt.js';
import { CameraPage } from './practice/camera-page.js';
import { freshPage } from './practice/fresh-page.js';
import { listPage } from './practice/list-page.js';
import { attemptsOf, watch } from './practice/shelf.js';
import { Uploader } from './practice/uploader.js';

const { person } = document.documentElement.dataset;
const root = /** @type {HTMLElement | null} */ (document.querySelector('[data-practice]'));

if (person) {
    const uploader = new Uploader(person);
    uploader.start();
    const pages = {
        list: (page) => listPage(page, person, uploader),
        fresh: (page) => freshPage(page, person),
        camera: (page) => new CameraPage(page, person, uploader).start(),
        attempt: (page) => attemptPage(page, person),
    };
    pages[root?.dataset.practice ?? '']?.(root);
    keepForOffline();
    countWaiting();
    watch(({ kind }) => kind === 'changed' && countWaiting());
}

/** Practising begins where there is no network: these pages are fetched while there is one. */
async function keepForOffline() {
    const ready = await navigator.serviceWorker?.ready;
    ready?.active?.postMessage({ kind: 'keep', pages: ['/practice', '/practice/new', '/practice/camera'] });
}

/** The page's pill counts recordings that still have to go up, also those that cannot. */
async function countWaiting() {
    const attempts = await attemptsOf(person);
    alsoWaiting('recordings', attempts.filter((attempt) => attempt.trouble || waits(attempt)).length);
}
