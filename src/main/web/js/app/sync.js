/**
 * The outbox of the person signed in on this page, and the pill that shows what has not been sent. The event
 * `tianbo:outbox` says that the outbox changed.
 */

import { http, person } from '#app/browser.js';
import { clock } from './clock.js';
import { exclusively } from './exclusively.js';
import { createOutbox } from './outbox.js';
import { outboxStore } from './outbox-store.js';
import { createSyncStatus } from './sync-status.js';

/** @typedef {import('./outbox.js').Outbox} Outbox */

export const syncStatus = createSyncStatus(clock);

/** @type {Outbox | undefined} */
let made;

/** @returns {Outbox} */
export function outbox() {
    made ??= createOutbox({
        person: person(),
        store: outboxStore,
        api: http,
        clock,
        exclusively,
        onStatus: (status) => {
            syncStatus.setOutbox(status);
            document.dispatchEvent(new Event('tianbo:outbox'));
        },
        onSent: () => document.dispatchEvent(new Event('tianbo:sent')),
    });
    return made;
}

/** @type {Outbox['record']} */
export const record = (...what) => outbox().record(...what);
