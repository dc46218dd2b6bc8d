/**
 * Stores what a person did where the phone may be full: without a network, too, so the page has all that makes room. Where even
 * then there is none, the page says that it is not kept.
 */

import { record } from '#app/sync.js';
import { inRoom } from '../app/room.js';
import { dropKept } from './kept.js';
import { tellRoomMade } from './room-made.js';

/** @type {typeof record} */
export async function recordInRoom(...what) {
    try {
        const id = await storeInRoom(() => record(...what));
        showNotKept(false);
        return id;
    } catch (fault) {
        showNotKept(true);
        throw fault;
    }
}

/** For what is no record, and has words of its own. @template T @param {() => Promise<T>} store */
export const storeInRoom = (store) => inRoom(store, makeRoom);

export async function makeRoom() {
    (await dropKept(caches)) && tellRoomMade();
}

/** @param {boolean} is */
function showNotKept(is) {
    for (const notice of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-not-kept]'))) {
        notice.hidden = !is;
        is && notice.scrollIntoView?.({ block: 'nearest' });
    }
}
