/**
 * Photos that wait on this phone for their visit to be received, in a database of their own.
 *
 * @typedef {{visit: string, person: string, photo: Blob}} WaitingPhoto
 *
 * @typedef {object} PhotoStore
 * @property {(photo: WaitingPhoto) => Promise<unknown>} put
 * @property {(person: string) => Promise<WaitingPhoto[]>} of
 * @property {(visit: string) => Promise<unknown>} remove
 */

const NAME = 'photos';

/** @returns {Promise<IDBDatabase>} */
function open() {
    return new Promise((resolve, reject) => {
        const request = indexedDB.open('tianbo-visits', 1);
        request.onupgradeneeded = () => request.result.createObjectStore(NAME, { keyPath: 'visit' });
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
}

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} work
 * @returns {Promise<T>} once it is on the disk
 */
async function within(mode, work) {
    const db = await open();
    return new Promise((resolve, reject) => {
        const transaction = db.transaction(NAME, mode, { durability: 'strict' });
        const request = work(transaction.objectStore(NAME));
        transaction.oncomplete = () => {
            db.close();
            resolve(request.result);
        };
        transaction.onabort = () => {
            db.close();
            reject(transaction.error);
        };
    });
}

/** @type {PhotoStore} */
export const photoStore = {
    put: (photo) => within('readwrite', (store) => store.put(photo)),
    of: async (person) =>
        /** @type {WaitingPhoto[]} */ (await within('readonly', (store) => store.getAll())).filter((one) => one.person === person),
    remove: (visit) => within('readwrite', (store) => store.delete(visit)),
};
