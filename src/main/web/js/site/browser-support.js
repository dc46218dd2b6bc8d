/** Says in one sentence what this browser cannot do, before somebody relies on it. */

import { read } from '../app/db.js';
import { find } from '../app/dom.js';
import { remember } from '../app/settings.js';

export async function showBrowserSupport() {
    const notice = find('[data-no-storage]');
    const { noStorage, noOffline } = notice.dataset;
    notice.textContent = (await keepsWork()) ? ('serviceWorker' in navigator ? '' : noOffline) : noStorage;
    notice.hidden = !notice.textContent;
}

/** @returns {Promise<boolean>} whether work can be kept on this phone */
async function keepsWork() {
    if (!('indexedDB' in window) || !remember('storage', 'yes')) {
        return false;
    }
    return read('kv', (kv) => kv.count()).then(
        () => true,
        () => false,
    );
}
