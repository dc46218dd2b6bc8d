/** Starts a page of practice; each also uploads what waits on this phone. */

import { person } from '#app/browser.js';
import { postToWorker } from '#app/service-worker.js';
import { syncStatus } from '#app/sync.js';
import { sayRoomMade } from '../../videos/room-made.js';
import { startPractice } from '../ports.js';
import { showUploadStatus } from '../upload/upload-status.js';

/** @param {Record<string, (root: HTMLElement, ports: import('../ports.js').Ports) => unknown>} pages by name */
export function startPage(pages) {
    if (!person()) {
        return;
    }
    const ports = startPractice();
    sayRoomMade(ports.store);
    const root = /** @type {HTMLElement | null} */ (document.querySelector('[data-practice]'));
    if (root) {
        pages[root.dataset.practice ?? '']?.(root, ports);
    }
    storeForOffline(root?.dataset.offline?.split(' ') ?? ['/practice', '/practice/new', '/practice/camera', '/unsent']);
    if (document.querySelector('[data-pill]')) {
        showUploadStatus(ports, syncStatus);
    }
}

/** People practise where there is no network: these pages are fetched while there is one. @param {string[]} pages */
function storeForOffline(pages) {
    postToWorker({ pages });
}
