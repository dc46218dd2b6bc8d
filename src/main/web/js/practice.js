/** Practice, in the browser: every page with this script also brings up what still waits on the phone. */

import { person } from './app/browser.js';
import { tellServiceWorker } from './app/service-worker.js';
import { attemptPage } from './practice/page/attempt-page.js';
import { CameraPage } from './practice/page/camera-page.js';
import { listPage } from './practice/page/list-page.js';
import { planPage } from './practice/page/plan-page.js';
import { startPractice } from './practice/ports.js';
import { showUploadStatus } from './practice/upload/upload-status.js';

const PAGES = {
    list: listPage,
    fresh: planPage,
    camera: (root, practice) => new CameraPage(root, practice).start(),
    attempt: attemptPage,
};

if (person()) {
    const practice = startPractice();
    const root = /** @type {HTMLElement | null} */ (document.querySelector('[data-practice]'));
    PAGES[root?.dataset.practice ?? '']?.(root, practice);
    keepForOffline();
    if (document.querySelector('[data-safe]')) {
        showUploadStatus(practice.person, practice.store, practice.uploader);
    }
}

/** Practising begins where there is no network: these pages are fetched while there is one. */
function keepForOffline() {
    tellServiceWorker({ kind: 'keep', pages: ['/practice', '/practice/new', '/practice/camera', '/unsent'] });
}
