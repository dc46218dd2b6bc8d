/** In the address of a page that is to say that kept videos made room. */
export const ROOM_MADE = '#room-made';

/**
 * On a full phone, what a person did is worth more than what can be fetched again: where there is no room, it is stored
 * once more with more of it, whoever made that.
 *
 * @template T
 * @param {() => Promise<T>} store
 * @param {() => Promise<unknown>} makeRoom
 * @returns {Promise<T>}
 */
export async function inRoom(store, makeRoom) {
    try {
        return await store();
    } catch (fault) {
        if (/** @type {Error} */ (fault)?.name !== 'QuotaExceededError') {
            throw fault;
        }
        await makeRoom().catch((why) => console.warn('no room was made:', why));
        return store();
    }
}
