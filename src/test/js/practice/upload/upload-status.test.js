import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acknowledge, addChunk, planned } from '#js/practice/attempt/attempt.js';
import { showUploadStatus } from '#js/practice/upload/upload-status.js';
import { FakeClock, settled } from '#support/fake-clock.js';
import { MemoryAttemptStore } from '#support/memory-attempt-store.js';
import { at, openPage, textOf } from '#support/page.js';
import { startPill } from '#support/pill.js';

const T0 = '2026-05-04T08:00:00.000Z';
const PILL = `<div data-pill="all is saved" data-waiting="# wait" data-refused="# refused" data-clock="clock"
    data-unsent="# MB are here" data-going="# MB go" data-wifi="# MB await wifi"
    data-stuck="see to it" data-preparing="being prepared" data-failed="it failed" data-not-deleted="not deleted" hidden></div>`;

/**
 * An attempt with chunks of a megabyte, of which so many are at the server.
 *
 * @param {number} chunks
 * @param {number} safe
 * @param {object} [more]
 */
function attempt(chunks, safe, more = {}) {
    const one = { ...planned('chunmei', { title: 'Rice', format: 'sixty' }), ...more };
    for (let seq = 0; seq < chunks; seq++) {
        addChunk(one, { take: 1, seq, bytes: new ArrayBuffer(1_000_000) }, { type: 'video/webm', startedAt: T0, endMs: (seq + 1) * 2_000 });
        if (seq < safe) {
            acknowledge(one, 1, seq);
        }
    }
    return one;
}

/**
 * @param {import('node:test').TestContext} context
 * @param {any[]} attempts
 * @param {{state?: string, reviews?: number, body?: string}} [more]
 */
async function pill(context, attempts, { state = 'idle', reviews = 0, body = '' } = {}) {
    openPage(context, PILL + body);
    const { syncStatus, outbox } = startPill(new FakeClock());
    outbox();
    const store = new MemoryAttemptStore();
    await Promise.all(attempts.map((one) => store.add(one)));
    const uploader = { state };
    const selfReviews = { waiting: async () => Array(reviews).fill({}) };
    await showUploadStatus(/** @type {any} */ ({ person: 'chunmei', store, selfReviews, uploader }), syncStatus);
    return { store, uploader };
}

const shown = () => [textOf('[data-pill]'), at('[data-pill]').querySelector('a')?.getAttribute('href')];

for (const [state, text] of [
    ['sending', '2.0 MB go'],
    ['wifi-awaited', '2.0 MB await wifi'],
    ['offline', '2.0 MB are here'],
    ['idle', '2.0 MB are here'],
]) {
    test(`${state}: what the server lacks of a recording is said in megabytes`, async (context) => {
        await pill(context, [attempt(3, 1, { endedAt: T0 })], { state });
        assert.deepEqual(shown(), [text, '/unsent']);
    });
}

test('recordings are added up, those of others and those handed in left out', async (context) => {
    await pill(context, [
        attempt(3, 1, { endedAt: T0 }),
        attempt(2, 0, { endedAt: T0 }),
        attempt(9, 0, { endedAt: T0, person: 'guifang' }),
        attempt(9, 9, { finishedAt: T0, submittedAt: T0 }),
    ]);
    assert.equal(shown()[0], '4.0 MB are here');
});

test('the last bytes are not called 0.0 MB', async (context) => {
    const { store } = await pill(context, [attempt(1, 0, { endedAt: T0 })]);
    const [{ id }] = await store.list('chunmei');
    await store.update(id, ({ takes: [take] }) => (take.pieces[0] = [900, 2_000]));
    await settled();
    assert.equal(shown()[0], '0.1 MB are here');
});

test('once handed in it is being prepared until a mentor can see it, and then all is saved', async (context) => {
    const { store } = await pill(context, [attempt(1, 1, { finishedAt: T0, handIn: true, sentAt: T0 })]);
    assert.deepEqual(shown(), ['being prepared', '/practice']);
    const [{ id }] = await store.list('chunmei');
    await store.update(id, (one) => (one.submittedAt = T0));
    await settled();
    assert.equal(shown()[0], 'all is saved');
});

test('deletions and words about recordings are counted, for they have no bytes', async (context) => {
    const { store } = await pill(context, [attempt(1, 1, { finishedAt: T0 })], { reviews: 2 });
    assert.equal(shown()[0], '2 wait');
    await store.delete('elsewhere', 'chunmei');
    await settled();
    assert.equal(shown()[0], '3 wait');
});

for (const [trouble, text, place] of [
    ['failed', 'it failed', '/practice/a'],
    ['not-deleted', 'not deleted', '/practice/a'],
    ['quota', 'see to it', '/practice/camera#a'],
]) {
    test(`stuck by "${trouble}": the person is led to where it can be settled`, async (context) => {
        await pill(context, [attempt(1, 0, { id: 'a', trouble })]);
        assert.deepEqual(shown(), [text, place]);
    });
}

test('a later recording that reached a mentor settles the trouble of an earlier one', async (context) => {
    await pill(context, [
        attempt(1, 0, { trouble: 'failed', createdAt: '2026-05-01T08:00:00.000Z' }),
        attempt(1, 1, { finishedAt: T0, submittedAt: T0, createdAt: '2026-05-02T08:00:00.000Z' }),
    ]);
    assert.equal(shown()[0], null);
});

test('a failure the home page shows in its own place is not said twice', async (context) => {
    await pill(context, [attempt(1, 0, { id: 'a', trouble: 'failed' })], { body: '<p data-failed-attempt="a">failed</p>' });
    assert.equal(shown()[0], null);
});
