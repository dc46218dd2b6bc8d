/** Speaking lessons: the list of them, and one sentence by sentence. What waits on this phone is sent from either page. */

import { http, person } from '#app/browser.js';
import { postToWorker } from '#app/service-worker.js';
import { clock } from './app/clock.js';
import { exclusively } from './app/exclusively.js';
import { showRenewed } from './app/renewed.js';
import { loudest } from './narration/loudest.js';
import { startSpeaking } from './narration/page.js';
import { startPublishing } from './narration/publishing.js';
import { createSender } from './narration/sender.js';
import { takeStore } from './narration/take-store.js';
import { startWaiting } from './narration/waiting.js';
import { VoiceRecorder } from './practice/selfreview/voice-recorder.js';
import { storeInRoom } from './videos/record-in-room.js';

const isOnline = () => navigator.onLine;
const sender = createSender({ person: person(), store: takeStore, http, clock, exclusively });
startWaiting({ sender, isOnline });
// Where the network was slow, the page from before it was published may be shown first.
showRenewed();
/** @type {HTMLElement | null} */
const root = document.querySelector('[data-narration]');
if (root) {
    const recorder = new VoiceRecorder(clock);
    const put = (/** @type {Parameters<typeof takeStore.put>[0]} */ take) => storeInRoom(() => takeStore.put(take));
    const store = { ...takeStore, put };
    startSpeaking(root, { recorder, loudest, store, sender, person: person(), now: () => clock.now() });
    const { pathname } = location;
    startPublishing({
        load: () => fetch(pathname, { headers: { Accept: 'text/html', 'Accept-Language': document.documentElement.lang } }),
        isSeen: () => isOnline() && document.visibilityState !== 'hidden',
        clock,
        onMade: () => postToWorker({ pages: [pathname], again: true }),
    });
}
addEventListener('online', () => sender.send());
sender.send();
