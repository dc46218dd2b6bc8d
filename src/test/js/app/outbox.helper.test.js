import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '#js/app/http.js';
import { createOutbox } from '#js/app/outbox.js';
import { County } from '#support/county.js';
import { FakeClock, settled } from '#support/fake-clock.js';
import { MemoryOutboxStore } from '#support/memory-outbox-store.js';

console.warn = () => {};

test('what a helper may not send waits for its person, and does not stop the rest', async () => {
    const county = new County();
    const seen = { status: /** @type {import('#js/app/outbox.js').Status | undefined} */ (undefined) };
    const outbox = createOutbox({
        person: 'chunmei',
        store: new MemoryOutboxStore(),
        api: /** @type {any} */ (county),
        clock: new FakeClock(),
        exclusively: (_, work) => work(),
        onStatus: (status) => (seen.status = status),
        onSent: () => {},
    });
    const { json } = county;
    county.connected = false;
    await outbox.record('say.answered', { lesson: 'say' });
    await outbox.record('lesson.completed', { lesson: 'rice' });
    await settled();
    county.json = async (method, path, request) => {
        if (path === '/api/satisfaction') {
            throw new Refusal(403, {});
        }
        return json(method, path, request);
    };
    county.connected = true;

    await outbox.flush();
    assert.deepEqual(county.lessons(), ['rice']);
    assert.deepEqual(seen.status, { waiting: 1, refused: 0, clock: 0 });

    county.json = json;
    await outbox.flush();
    assert.deepEqual(county.lessons(), ['rice', 'say']);
    assert.deepEqual(seen.status, { waiting: 0, refused: 0, clock: 0 });
});

test('a lesson’s record says who helped, and others do not, for they are the person’s alone', async () => {
    const county = new County();
    const outbox = createOutbox({
        person: 'chunmei',
        store: new MemoryOutboxStore(),
        api: /** @type {any} */ (county),
        clock: new FakeClock(),
        exclusively: (_, work) => work(),
        onStatus: () => {},
        onSent: () => {},
    });
    /** @type {[string, unknown][]} */
    const sent = [];
    const { json } = county;
    county.json = async (method, path, request) => {
        const { records = [] } = /** @type {{records?: {helping?: string}[]}} */ (request?.json ?? {});
        sent.push(...records.map(({ helping }) => /** @type {[string, unknown]} */ ([path, helping])));
        return json(method, path, request);
    };
    await outbox.record('lesson.completed', { lesson: 'rice' }, { helping: 'aunt' });
    await outbox.record('lesson.completed', { lesson: 'oil' }, { helping: 'none' });
    await outbox.record('say.answered', { lesson: 'say' });
    await settled();
    await outbox.flush();
    assert.deepEqual(sent.sort(), [['/api/satisfaction', undefined], ['/api/sync', 'aunt'], ['/api/sync', 'none']]);
});
