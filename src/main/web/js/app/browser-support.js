/** Says in one sentence what this browser cannot do, before somebody relies on it. */

import { database } from './db.js';
import { remember } from './settings.js';

export async function startBrowserSupport() {
    const notice = /** @type {HTMLElement | null} */ (document.querySelector('[data-no-storage]'));
    if (notice) {
        const { noStorage, noOffline } = notice.dataset;
        notice.textContent = !(await keepsWork()) ? noStorage : 'serviceWorker' in navigator ? '' : noOffline;
        notice.hidden = !notice.textContent;
    }
}

/** @returns {Promise<boolean>} whether work can be kept on this phone */
async function keepsWork() {
    if (!('indexedDB' in window) || !remember('storage', 'yes')) {
        return false;
    }
    return database().then(
        () => true,
        () => false,
    );
}
