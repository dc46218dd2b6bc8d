/** The pages of practice; each also uploads what waits on this phone. */

import { person } from '#app/browser.js';
import { postToWorker } from '#app/service-worker.js';
import { addWaiting } from '#app/sync-status.js';
import { attemptPage } from './practice/page/attempt-page.js';
import { openCameraPage } from './practice/page/open-camera-page.js';
import { listPage } from './practice/page/list-page.js';
import { planPage } from './practice/page/plan-page.js';
import { startPractice } from './practice/ports.js';
import { showUploadStatus } from './practice/upload/upload-status.js';

/** @type {Record<string, (root: HTMLElement, practice: import('./practice/ports.js').Practice) => unknown>} */
const PAGES = {
    list: listPage,
    plan: (root, practice) => planPage(/** @type {HTMLFormElement} */ (root), practice),
    camera: openCameraPage,
    attempt: attemptPage,
};

if (person()) {
    const practice = startPractice();
    const root = /** @type {HTMLElement | null} */ (document.querySelector('[data-practice]'));
    if (root) {
        PAGES[root.dataset.practice ?? '']?.(root, practice);
    }
    storeForOffline();
    if (document.querySelector('[data-safe]')) {
        showUploadStatus(practice, addWaiting);
    }
}

/** People practise where there is no network: these pages are fetched while there is one. */
function storeForOffline() {
    postToWorker({ pages: ['/practice', '/practice/new', '/practice/camera', '/unsent'] });
}
