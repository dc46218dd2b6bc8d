/** Says in one sentence what this browser cannot do, before somebody relies on it. */

import { database, remember } from './app.js';

const notice = /** @type {HTMLElement} */ (document.querySelector('[data-no-storage]'));
keepsWork().then((keeps) => {
    const { noStorage, noOffline } = notice.dataset;
    notice.textContent = keeps ? ('serviceWorker' in navigator ? '' : noOffline) : noStorage;
    notice.hidden = !notice.textContent;
});

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
