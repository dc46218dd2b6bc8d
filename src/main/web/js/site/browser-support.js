/** Shows in one sentence what this browser cannot do, before somebody relies on it. */

import { read } from '#app/db.js';
import { dataOf, find } from '../app/dom.js';
import { isWorkerRefused } from '../app/worker-refused.js';
import { remember } from '#app/settings.js';

export async function showBrowserSupport() {
    const notice = find('[data-no-storage]');
    const missing = (await canStore()) ? ((await hasWorker()) ? undefined : 'noOffline') : 'noStorage';
    notice.textContent = missing ? dataOf(notice, missing) : '';
    notice.hidden = !missing;
}

const hasWorker = async () => navigator.serviceWorker && !(await isWorkerRefused());

/** @returns {Promise<boolean>} whether this phone can store work */
async function canStore() {
    if (!('indexedDB' in window) || !remember('storage', 'yes')) {
        return false;
    }
    return read('kv', (kv) => kv.count()).then(
        () => true,
        () => false,
    );
}
