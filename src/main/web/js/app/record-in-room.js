/** Records what a trainee did where the phone may be full: the script that uploads recordings knows what can be dropped. */

import { record } from '#app/sync.js';
import { inRoom } from './room.js';

/** @type {typeof record} */
export const recordInRoom = (...what) => inRoom(() => record(...what), makeRoom);

async function makeRoom() {
    const { sender = '' } = /** @type {HTMLElement} */ (document.querySelector('[data-sender]')).dataset;
    await (await import(sender)).makeRoom();
}
