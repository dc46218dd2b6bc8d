/** `/unsent`: what is on this phone only. What waits is sent from here, whoever left it on whichever page. */

import { http, person } from '#app/browser.js';
import { write } from '#app/db.js';
import { clock } from './app/clock.js';
import { exclusively } from './app/exclusively.js';
import { outboxStore } from './app/outbox-store.js';
import { outbox } from '#app/sync.js';
import { createPhotoSender } from './followup/photo-sender.js';
import { photoStore } from './followup/photo-store.js';
import { startUnsent } from './home/unsent.js';
import { createSender } from './narration/sender.js';
import { takeStore } from './narration/take-store.js';
import { unsentWork } from './site/unsent-work.js';

const show = startUnsent({
    outbox: outbox(),
    requeue: outboxStore.requeue,
    discard: (id) => write(['refused'], (refused) => refused.delete(id)),
    work: () => unsentWork(person()),
});

const sentences = createSender({ person: person(), store: takeStore, http, clock, exclusively });
const photos = createPhotoSender({ person: person(), photos: photoStore, outbox: outbox(), http });
sentences.onChange(show);
if ('BroadcastChannel' in self) {
    // Recordings, and words about them, are sent by the pages of practice and by what every page loads for them.
    new BroadcastChannel('tianbo-practice').onmessage = show;
}
addEventListener('online', send);
document.addEventListener('tianbo:sent', send);
send();

async function send() {
    await Promise.all([sentences.send(), photos.flush()]);
    await show();
}
