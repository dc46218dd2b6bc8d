/** The network policy of this browser, with the switch that this phone remembers. */

import { read, write } from '#app/db.js';
import { NetworkPolicy } from './network-policy.js';

/** @typedef {import('./network-policy.js').Connection & EventTarget} ChangingConnection */

export function networkHere() {
    const { connection } = /** @type {Navigator & {connection?: ChangingConnection}} */ (navigator);
    return {
        connection,
        network: new NetworkPolicy({
            isOnline: () => navigator.onLine,
            connection,
            setting: async (key) => (await read('kv', (kv) => kv.get(key)))?.value,
            putSetting: (key, value) => write(['kv'], (kv) => kv.put({ key, value })),
        }),
    };
}
