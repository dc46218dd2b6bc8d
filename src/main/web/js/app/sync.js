/** The outbox of the person signed in on this page. Its status is dispatched as the event `tianbo:outbox`. */

import { http, person } from '#app/browser.js';
import { clock } from './clock.js';
import { exclusively } from './exclusively.js';
import { createOutbox } from './outbox.js';
import { outboxStore } from './outbox-store.js';

/** @typedef {import('./outbox.js').Outbox} Outbox */

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
        onStatus: (detail) => document.dispatchEvent(new CustomEvent('tianbo:outbox', { detail })),
        onSent: () => document.dispatchEvent(new CustomEvent('tianbo:sent')),
    });
    return made;
}

/** @type {Outbox['record']} */
export const record = (...what) => outbox().record(...what);
