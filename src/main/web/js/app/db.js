/**
 * The phone's own database, one for all of Tianbo. A promise of `write` answered means: it is on the disk.
 *
 * Stores: `outbox` and `refused` (sync records by id), `attempts` (by id), `chunks` (by attempt, take, seq), `signals`
 * (what was measured, by attempt, take, block), `kv` (by key).
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
                db.createObjectStore('chunks', { keyPath: ['attempt', 'take', 'seq'] }).createIndex('attempt', 'attempt');
                db.createObjectStore('kv', { keyPath: 'key' });
            }
            db.createObjectStore('signals', { keyPath: ['attempt', 'take', 'block'] });
        };
        request.onsuccess = () => {
            const forget = () => {
                opened = undefined;
            };
            // A newer Tianbo in another tab waits for this one to let go.
            request.result.onversionchange = () => {
                request.result.close();
                forget();
            };
            request.result.onclose = forget;
            resolve(request.result);
        };
        request.onerror = () => reject(request.error);
    });
}

/**
 * @param {string} name
 * @param {(store: IDBObjectStore) => IDBRequest} question
 * @returns {Promise<any>}
 */
export async function read(name, question) {
    const request = question((await database()).transaction(name).objectStore(name));
    return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
}

/**
 * One transaction over some stores: all of it is kept, or nothing.
 *
 * @template T
 * @param {string[]} names
 * @param {(...stores: IDBObjectStore[]) => T} work
 * @returns {Promise<T>} what `work` returned
 */
export async function write(names, work) {
    const db = await database();
    return new Promise((resolve, reject) => {
        // 'strict' has the browser flush to the disk before it says "complete": kept must survive a flat battery.
        const transaction = db.transaction(names, 'readwrite', { durability: 'strict' });
        transaction.oncomplete = () => resolve(answer);
        transaction.onabort = () => reject(transaction.error);
        const answer = work(...names.map((name) => transaction.objectStore(name)));
    });
}

/**
 * What a store holds of a person.
 *
 * @param {'outbox' | 'refused' | 'attempts'} store
 * @param {string} person
 * @returns {Promise<any[]>}
 */
export async function recordsOf(store, person) {
    return (await read(store, (all) => all.getAll())).filter((one) => one.person === person);
}
