/**
 * The phone's own database, one for all of Tianbo. When the promise of `write` resolves, the data is on the disk.
 *
 * @typedef {import('./outbox.js').SyncRecord} SyncRecord
 * @typedef {import('../practice/attempt/attempt.js').Attempt} Attempt
 * @typedef {import('../practice/attempt/attempt-store.js').Chunk} Chunk
 * @typedef {import('../practice/signals/signal-track.js').SignalBlock} SignalBlock
 *
 * @typedef {object} Stores the records of each object store. Phones in use have such records: add members to them, and
 *     rename none
 * @property {SyncRecord} outbox by id
 * @property {SyncRecord} refused by id
 * @property {Attempt} attempts by id
 * @property {Chunk} chunks by attempt, take, seq
 * @property {SignalBlock} signals what was measured, by attempt, take, block
 * @property {{key: string, value?: unknown, person?: string, sent?: boolean, attempt?: string}} kv by key; what has yet to be sent has its
 *     person, and `sent: false`
 */

/** @type {Promise<IDBDatabase> | undefined} */
let opened;

/** @returns {Promise<IDBDatabase>} */
export function database() {
    opened ??= open().catch((fault) => {
        opened = undefined;
        throw fault;
    });
    return opened;
}

/** @returns {Promise<IDBDatabase>} */
function open() {
    return new Promise((resolve, reject) => {
        const request = indexedDB.open('tianbo', 2);
        request.onupgradeneeded = ({ oldVersion }) => {
            const db = request.result;
            if (oldVersion < 1) {
                for (const name of ['outbox', 'refused', 'attempts']) {
                    db.createObjectStore(name, { keyPath: 'id' });
                }
                db.createObjectStore('chunks', { keyPath: ['attempt', 'take', 'seq'] });
                db.createObjectStore('kv', { keyPath: 'key' });
            }
            db.createObjectStore('signals', { keyPath: ['attempt', 'take', 'block'] });
        };
        request.onsuccess = () => {
            const onClosed = () => {
                opened = undefined;
            };
            // A newer version of the application in another tab waits until this one closes the database.
            request.result.onversionchange = () => {
                request.result.close();
                onClosed();
            };
            request.result.onclose = onClosed;
            resolve(request.result);
        };
        request.onerror = () => reject(request.error);
    });
}

/**
 * @template T
 * @param {keyof Stores} name
 * @param {(store: IDBObjectStore) => IDBRequest<T>} query
 * @returns {Promise<T>}
 */
export async function read(name, query) {
    const request = query((await database()).transaction(name).objectStore(name));
    return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
}

/**
 * One transaction over some stores: either all of it is stored, or nothing.
 *
 * @template T
 * @param {(keyof Stores)[]} names
 * @param {(...stores: IDBObjectStore[]) => T} work
 * @returns {Promise<T>} what `work` returned
 */
export async function write(names, work) {
    const db = await database();
    return new Promise((resolve, reject) => {
        // 'strict' makes the browser flush to the disk before it reports completion: an empty battery must lose nothing.
        const transaction = db.transaction(names, 'readwrite', { durability: 'strict' });
        transaction.oncomplete = () => resolve(result);
        transaction.onabort = () => reject(transaction.error);
        const result = work(...names.map((name) => transaction.objectStore(name)));
    });
}

/**
 * The records of a person in a store.
 *
 * @template {'outbox' | 'refused' | 'attempts' | 'kv'} Name
 * @param {Name} name
 * @param {string} person
 * @returns {Promise<Stores[Name][]>}
 */
export async function recordsOf(name, person) {
    /** @type {Stores[Name][]} */
    const records = await read(name, (store) => store.getAll());
    return records.filter((record) => record.person === person);
}
