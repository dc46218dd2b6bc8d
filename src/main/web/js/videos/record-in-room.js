/** Records what a person did where the phone may be full: without a network, too, so the page has all that makes room. */

import { record } from '#app/sync.js';
import { inRoom } from '../app/room.js';
import { dropKept } from './kept.js';
import { tellRoomMade } from './room-made.js';

/** @type {typeof record} */
export const recordInRoom = (...what) => inRoom(() => record(...what), makeRoom);

export async function makeRoom() {
    (await dropKept(caches)) && tellRoomMade();
}
