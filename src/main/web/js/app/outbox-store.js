/**
 * The outbox on the phone's disk.
 *
 * @typedef {import('./outbox.js').SyncRecord} SyncRecord
 *
 * @typedef {object} OutboxStore
 * @property {(record: SyncRecord) => Promise<unknown>} add
 * @property {(person: string) => Promise<SyncRecord[]>} waiting
 * @property {(person: string) => Promise<SyncRecord[]>} refused
 * @property {(person: string, accepted: SyncRecord[], refused: SyncRecord[]) => Promise<unknown>} settle in one
 *     transaction
 * @property {(ids: string[], at?: string) => Promise<unknown>} requeue refused records wait again, with the new date if
 *     one is given
 * @property {(proposed: string) => Promise<string>} device this phone's id: the first one proposed
 */

import { read, recordsOf, write } from '#app/db.js';
import { doneBy } from './done-by.js';

/** More than a day's work: until then the pages that show it have been fetched again. */
const MOST_DONE = 100;
const DEVICE = 'device';

/** @type {OutboxStore} */
export const outboxStore = {
    add: (record) => write(['outbox'], (outbox) => outbox.add(record)),

    waiting: (person) => recordsOf('outbox', person),

    refused: (person) => recordsOf('refused', person),

    settle: (person, accepted, refused) =>
        write(['outbox', 'refused', 'kv'], (outbox, refusedStore, kv) => {
            refused.forEach((one) => refusedStore.put(one));
            [...accepted, ...refused].forEach(({ id }) => outbox.delete(id));
            // Stored pages were made before this: `learning/done-overlay.js` adds to them what was accepted since.
            const key = doneBy(person);
            const found = kv.get(key);
            found.onsuccess = () => {
                const { value = [] } = found.result ?? {};
                kv.put({ key, value: [...value, ...accepted].slice(-MOST_DONE) });
            };
        }),

    requeue: (ids, at) =>
        write(['outbox', 'refused'], (outbox, refusedStore) => {
            for (const id of ids) {
                const found = refusedStore.get(id);
                found.onsuccess = () => {
                    // Another page may have done so before.
                    if (found.result) {
                        const { code, ...one } = found.result;
                        outbox.put({ ...one, at: at ?? one.at });
                        refusedStore.delete(id);
                    }
                };
            }
        }),

    device: async (proposed) => {
        const stored = await read('kv', (kv) => kv.get(DEVICE));
        if (stored) {
            return stored.value;
        }
        await write(['kv'], (kv) => kv.put({ key: DEVICE, value: proposed }));
        return proposed;
    },
};
