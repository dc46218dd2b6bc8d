/** What the pages of practice are handed: this browser's own, made once a page. */

import { http, person } from '../app/browser.js';
import { clock } from '../app/clock.js';
import { read, write } from '../app/db.js';
import { exclusively } from '../app/exclusively.js';
import { refreshPages } from '../app/offline-pages.js';
import { AttemptStore } from './attempt/attempt-store.js';
import { AttemptApi } from './upload/attempt-api.js';
import { NetworkPolicy } from './upload/network-policy.js';
import { Uploader } from './upload/uploader.js';

/** @typedef {ReturnType<typeof startPractice>} Practice */

/** Opens what is stored on this phone, and begins to bring it up. */
export function startPractice() {
    const { connection } = /** @type {Navigator & {connection?: import('./upload/network-policy.js').Connection & EventTarget}} */ (navigator);
    const store = new AttemptStore('BroadcastChannel' in self ? new BroadcastChannel('tianbo-practice') : undefined);
    const api = new AttemptApi(http);
    const network = new NetworkPolicy({
        isOnline: () => navigator.onLine,
        connection,
        setting: async (key) => (await read('kv', (kv) => kv.get(key)))?.value,
        putSetting: (key, value) => write(['kv'], (kv) => kv.put({ key, value })),
    });
    const uploader = new Uploader({ person: person(), api, store, network, clock, exclusively, refreshPages });
    const poke = () => uploader.poke();
    window.addEventListener('online', poke);
    window.addEventListener('offline', poke);
    connection?.addEventListener('change', poke);
    document.addEventListener('visibilitychange', () => document.hidden || poke());
    uploader.start();
    return { person: person(), api, store, network, uploader };
}
