/** Whether bytes may go out now: the network's state, and the trainee's Wi-Fi-only switch. */

import { read, write } from '../app/db.js';

const WIFI_ONLY = 'wifi-only';
/** @type {{type?: string, saveData?: boolean, addEventListener: Function} | undefined} */
const network = /** @type {any} */ (navigator).connection;

let now = false;

/** @returns {Promise<boolean>} */
export async function wifiOnly() {
    const kept = await read('kv', (kv) => kv.get(WIFI_ONLY));
    return kept?.value ?? network?.saveData ?? false;
}

/** @param {boolean} only */
export function setWifiOnly(only) {
    now = false;
    return write(['kv'], (kv) => kv.put({ key: WIFI_ONLY, value: only }));
}

/** Lets this page send over whatever network there is, once asked with the megabytes in view. */
export function allowNow() {
    now = true;
}

/** @returns {Promise<'free' | 'offline' | 'wifi-awaited'>} */
export async function way() {
    if (!navigator.onLine) {
        return 'offline';
    }
    // Most browsers do not say what the network is; then Wi-Fi-only means to ask first.
    const free = network?.type === 'wifi' || network?.type === 'ethernet';
    return free || now || !(await wifiOnly()) ? 'free' : 'wifi-awaited';
}

/** @param {() => void} listener */
export function onNetworkChange(listener) {
    window.addEventListener('online', listener);
    window.addEventListener('offline', listener);
    network?.addEventListener('change', listener);
}
