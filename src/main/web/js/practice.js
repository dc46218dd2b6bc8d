/** Practice, in the browser: every page with this script also brings up what still waits on the phone. */

import { attemptPage } from './practice/attempt-page.js';
import { CameraPage } from './practice/camera-page.js';
import { freshPage } from './practice/fresh-page.js';
import { listPage } from './practice/list-page.js';
import { Uploader } from './practice/uploader.js';
import { tellWaiting } from './practice/waiting.js';

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
    if (document.querySelector('[data-safe]')) {
        tellWaiting(person, uploader);
    }
}

/** Practising begins where there is no network: these pages are fetched while there is one. */
async function keepForOffline() {
    const ready = await navigator.serviceWorker?.ready;
    ready?.active?.postMessage({ kind: 'keep', pages: ['/practice', '/practice/new', '/practice/camera', '/unsent'] });
}
