/**
 * The county's video of a lesson: nothing of it is loaded before a tap, what really plays is recorded, and it stops for
 * questions; it can be kept on the phone. Apart from the lesson's own code, as only some lessons have one.
 */

import { http, person } from '#app/browser.js';
import { remember, remembered } from '#app/settings.js';
import { record } from '#app/sync.js';
import { dataOf } from './app/dom.js';
import { networkHere } from './app/network-here.js';
import { accepted } from './learning/accepted.js';
import { startCountyVideo } from './videos/county-video.js';
import { startKeeping } from './videos/keep-form.js';
import { freeBytes, keptHere } from './videos/kept-here.js';
import { createMemory } from './videos/memory.js';
import { markedIn } from './videos/question-dialog.js';
import { recordInRoom } from './videos/record-in-room.js';

for (const figure of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-video]'))) {
    const video = dataOf(figure, 'video');
    const memory = createMemory({ video, key: `video ${person()} ${video}`, remember, remembered, api: http });
    const kept = keptHere();
    startCountyVideo(figure, { record: recordInRoom, recordSeconds: record, accepted, markedIn, memory, kept });
    if (kept) {
        const persist = async () => navigator.storage?.persist?.().catch((fault) => console.warn('may be deleted by the browser:', fault));
        startKeeping(figure, { kept, network: networkHere().network, freeBytes, persist })
            .catch((fault) => console.warn('nothing can be kept:', fault));
    }
}
