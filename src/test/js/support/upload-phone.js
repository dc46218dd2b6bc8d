import { NetworkPolicy } from '#js/app/network-policy.js';
import { planned } from '#js/practice/attempt/attempt.js';
import { TakeWriter } from '#js/practice/attempt/take-writer.js';
import { LiveFirst } from '#js/practice/upload/live-first.js';
import { Uploader } from '#js/practice/upload/uploader.js';
import { AttemptServer } from '#support/attempt-server.js';
import { FakeClock, settled } from '#support/fake-clock.js';
import { MemoryAttemptStore } from '#support/memory-attempt-store.js';

export const T0 = '2026-05-04T08:00:00.000Z';

export let clock = new FakeClock();
export let store = new MemoryAttemptStore();
export let server = new AttemptServer();
/** @type {string[][]} */
export let refreshed = [];
export let connection = { type: 'cellular', saveData: false };
export let settings = new Map();

/** A new phone and a new server, before each test. */
export function reset() {
    clock = new FakeClock();
    store = new MemoryAttemptStore();
    server = new AttemptServer();
    refreshed = [];
    connection = { type: 'cellular', saveData: false };
    settings = new Map();
}

/** An attempt on the phone with takes of so many chunks. @param {number[]} takes @param {object} [more] */
export async function recorded(takes, more = { endedAt: T0 }) {
    const attempt = { ...planned('chunmei', { title: 'Rice', format: 'sixty' }), ...more };
    await store.add(attempt);
    for (const [i, chunks] of takes.entries()) {
        const writer = new TakeWriter(store, attempt.id, i + 1, { type: 'video/webm', startedAt: T0 });
        for (let seq = 0; seq < chunks; seq++) {
            await writer.write(new Blob([`take ${i + 1} chunk ${seq}`]), (seq + 1) * 2000);
        }
    }
    return attempt.id;
}

/** @param {object} [ports] */
export function uploader(ports = {}) {
    const network = new NetworkPolicy({
        isOnline: () => server.connected,
        connection,
        setting: async (key) => settings.get(key),
        putSetting: async (key, value) => settings.set(key, value),
    });
    const made = new Uploader({
        person: 'chunmei',
        api: /** @type {any} */ (server),
        store: /** @type {any} */ (store),
        selfReviews: { waiting: async () => [], send: async () => {} },
        network,
        clock,
        exclusively: (_, work) => work(),
        liveFirst: new LiveFirst(clock),
        refreshPages: async (pages) => refreshed.push(pages),
        ...ports,
    });
    return { uploader: made, network };
}

/** Everything that goes on without time going by has come to rest. */
export async function rest() {
    for (let i = 0; i < 40; i++) {
        await settled();
    }
}

export async function started(ports = {}) {
    const made = uploader(ports);
    made.uploader.start();
    await rest();
    return made;
}
