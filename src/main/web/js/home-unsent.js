/** `/unsent`: what is on this phone only. */

import { person } from '#app/browser.js';
import { recordsOf, write } from '#app/db.js';
import { outboxStore } from './app/outbox-store.js';
import { outbox } from '#app/sync.js';
import { startUnsent } from './home/unsent.js';

startUnsent({
    outbox: outbox(),
    requeue: outboxStore.requeue,
    discard: (id) => write(['refused'], (refused) => refused.delete(id)),
    attempts: () => recordsOf('attempts', person()),
});
