/**
 * Says that kept videos made room on a full phone: here, or where the page has no words for it, on the next one that has.
 */

import { remember, remembered } from '#app/settings.js';
import { hasMessage, message } from '../app/dom.js';
import { ROOM_MADE } from '../app/room.js';
import { toast } from '../app/toast.js';

const SENTENCE = 'videos-dropped';
const YES = 'yes';

/** @param {Pick<import('../practice/attempt/attempt-store.js').AttemptStore, 'subscribe'>} store */
export function sayRoomMade(store) {
    sayLater();
    store.subscribe(({ kind }) => {
        if (kind === 'room-made') {
            tellRoomMade();
        }
    });
}

/** Now, or later. */
export function tellRoomMade() {
    say() || remember(SENTENCE, YES);
}

/** Of what the service worker stored, which has no words: it opened this page by that address. */
export function tellIfRoomMade() {
    location.hash === ROOM_MADE && tellRoomMade();
}

/** What could not be said when it was done. */
export function sayLater() {
    if (remembered(SENTENCE) === YES && say()) {
        remember(SENTENCE, '');
    }
}

/** @returns {boolean} whether this page has words for it */
function say() {
    const has = hasMessage(SENTENCE);
    has && toast(message(SENTENCE));
    return has;
}
