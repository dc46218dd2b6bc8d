/**
 * The outbox on the phone's disk.
 *
 * @typedef {import('./outbox.js').SyncRecord} SyncRecord
 *
 * @typedef {object} OutboxStore
 * @property {(record: SyncRecord) => Promise<unknown>} add
 * @property {(person: string) => Promise<SyncRecord[]>} waiting
 * @property {(person: string) => Promise<SyncRecord[]>} refused
 * @property {(person: string, taken: SyncRecord[], refused: SyncRecord[]) => Promise<unknown>} settle all of it or
 *     nothing
 * @property {(ids: string[], at?: string) => Promise<unknown>} requeue what was refused waits again, dated anew where a
 *     date is given
 * @property {(made: string) => Promise<string>} device this phone's own name: the one made first
 */

import { read, recordsOf, write } from './db.js';
import { doneBy } from './done-by.js';

/** A day's work and more, until the pages that show it are fetched anew. */
const MOST_DONE = 100;
const DEVICE = 'device';

/** @type {OutboxStore} */
export const outboxStore = {
    add: (record) => write(['outbox'], (outbox) => outbox.add(record)),

    waiting: (person) => recordsOf('outbox', person),

    refused: (person) => recordsOf('refused', person),

    settle: (person, taken, refused) =>
        write(['outbox', 'refused', 'kv'], (outbox, aside, kv) => {
            refused.forEach((one) => aside.put(one));
            [...taken, ...refused].forEach(({ id }) => outbox.delete(id));
            // Pages made before this know nothing of it: they are laid over with what was taken since.
            const key = doneBy(person);
            const found = kv.get(key);
            found.onsuccess = () => {
                const { value = [] } = found.result ?? {};
                kv.put({ key, value: [...value, ...taken].slice(-MOST_DONE) });
            };
        }),

    requeue: (ids, at) =>
        write(['outbox', 'refused'], (outbox, aside) => {
            for (const id of ids) {
                const found = aside.get(id);
                found.onsuccess = () => {
                    const { code, ...one } = found.result;
                    outbox.put({ ...one, at: at ?? one.at });
                    aside.delete(id);
                };
            }
        }),

    device: async (made) => {
        const known = await read('kv', (kv) => kv.get(DEVICE));
        if (known) {
            return known.value;
        }
        await write(['kv'], (kv) => kv.put({ key: DEVICE, value: made }));
        return made;
    },
};
