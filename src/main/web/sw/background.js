/**
 * What a page left unsent when it was closed, sent by the browser's Background Sync once there is a network. Where a browser
 * has none, the next page sends it.
 */

import { createHttpClient } from '#app/http.js';
import { clock } from '../js/app/clock.js';
import { exclusively } from '../js/app/exclusively.js';
import { createOutbox } from '../js/app/outbox.js';
import { outboxStore } from '../js/app/outbox-store.js';

/**
 * @param {object} ports
 * @param {typeof fetch} ports.fetch
 * @param {() => Promise<string>} ports.person who is signed in; empty while unknown
 * @param {(types: string[]) => Promise<unknown>} ports.onSent with the types of the records that wait no longer
 * @param {import('../js/app/outbox-store.js').OutboxStore} [ports.store]
 */
export function createBackground({ fetch, person, onSent, store = outboxStore }) {
    const api = createHttpClient({ fetch, clock, language: () => 'zh-CN' });
    return {
        /** Fails if something is left, so that the browser tries again. */
        async send() {
            const owner = await person();
            if (!owner) {
                return;
            }
            const nothing = () => {};
            // The browser says when to try again.
            const untimed = { ...clock, after: () => nothing };
            const outbox =
                createOutbox({ person: owner, store, api, clock: untimed, exclusively, onStatus: nothing, onSent: nothing });
            const before = await outbox.waiting();
            await outbox.flush();
            const left = (await outbox.waiting()).map(({ id }) => id);
            const sent = before.filter(({ id }) => !left.includes(id));
            if (sent.length) {
                await onSent(sent.map(({ type }) => type));
            }
            if (left.length) {
                throw new Error('not all is sent');
            }
        },
    };
}
