/** Downloads in this browser. */

import { person } from '#app/browser.js';
import { read, write } from '#app/db.js';
import { exclusively } from '../../app/exclusively.js';
import { networkHere } from '../../app/network-here.js';
import { isWorkerRefused } from '../../app/worker-refused.js';
import { createDownloads } from './downloads.js';
import { createPageStore } from './page-store.js';
import { takenBy } from './taken.js';

/** @typedef {import('./downloads.js').Status} Status */

/** Whether this browser can keep pages for when there is no network. */
export const canStorePages = () => 'serviceWorker' in navigator && 'caches' in window && 'indexedDB' in window;

/** And whether it does. */
export const storesPages = async () => canStorePages() && !(await isWorkerRefused());

/** @param {(status: Status) => void} [onChange] */
export function downloadsHere(onChange) {
    const setting = async (/** @type {string} */ key) => (await read('kv', (kv) => kv.get(key)))?.value;
    const putSetting = (/** @type {string} */ key, /** @type {unknown} */ value) => write(['kv'], (kv) => kv.put({ key, value }));
    const { connection, network } = networkHere();
    const key = takenBy(person());
    const downloads = createDownloads({
        pages: createPageStore(() => navigator.serviceWorker.ready, document.documentElement.lang),
        network,
        load: async () => /** @type {import('./downloads.js').Taken | undefined} */ (await setting(key)),
        save: (taken) => putSetting(key, taken),
        exclusively,
        // Asked for now, when the person has said that they want to keep something.
        persist: async () => navigator.storage?.persist?.().catch((fault) => console.warn('may be deleted by the browser:', fault)),
        onChange,
    });
    const goOn = () => downloads.goOnByItself();
    addEventListener('online', goOn);
    connection?.addEventListener?.('change', goOn);
    return { downloads, network };
}

/** Goes on with what was begun on an earlier page, if anything was. */
export function continueDownloads() {
    if (person() && canStorePages()) {
        downloadsHere().downloads.open().catch((fault) => console.warn('downloads:', fault));
    }
}
