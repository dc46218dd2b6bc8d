/** In the address of a page that is to say that kept videos made room. */
export const ROOM_MADE = '#room-made';

/** The cache of films that were started once: nobody asked for them to be kept. */
export const FILMS = 'films';

/**
 * On a full phone, what a person did is worth more than what can be fetched again: where there is no room, it is stored
 * once more without the films that were started, and then with more room, whoever made that.
 *
 * @template T
 * @param {() => Promise<T>} store
 * @param {() => Promise<unknown>} makeRoom
 * @param {CacheStorage | undefined} [storage]
 * @returns {Promise<T>}
 */
export async function inRoom(store, makeRoom, storage = globalThis.caches) {
    for (const more of [() => dropFilms(storage), makeRoom]) {
        try {
            return await store();
        } catch (fault) {
            if (/** @type {Error} */ (fault)?.name !== 'QuotaExceededError') {
                throw fault;
            }
            await more().catch((why) => console.warn('no room was made:', why));
        }
    }
    return store();
}

/**
 * Entry by entry, for the bytes of a cache that is dropped as a whole are given back only once no page holds it open.
 *
 * @param {CacheStorage | undefined} storage
 */
async function dropFilms(storage) {
    const films = await storage?.open(FILMS);
    await Promise.all(((await films?.keys()) ?? []).map((one) => films?.delete(one)));
}
