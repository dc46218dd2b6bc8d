import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { outboxStore } from '#js/app/outbox-store.js';
import { inRoom } from '#js/app/room.js';
import { fillDisk, newPhone, onDisk } from '#support/memory-indexed-db.js';
import { MemoryOutboxStore } from '#support/memory-outbox-store.js';

beforeEach(newPhone);

/** @param {string} id @param {object} [more] @returns {import('#js/app/outbox.js').SyncRecord} */
const record = (id, more = {}) => ({
    id, type: 'lesson.completed', at: '2026-05-04T08:00:00.000Z', data: { lesson: id }, person: 'chunmei', ...more,
});

const ids = (/** @type {{id: string}[]} */ records) => records.map(({ id }) => id).sort();

// The store of the other tests must answer as the phone's does, or these prove nothing.
for (const [where, phone] of /** @type {[string, () => import('#js/app/outbox-store.js').OutboxStore][]} */ ([
    ['on the disk', () => outboxStore],
    ['in memory', () => new MemoryOutboxStore()],
])) {
    test(`${where}: what is accepted goes, what is refused is put aside with its code, the rest waits`, async () => {
        const store = phone();
        await Promise.all(['a', 'b', 'c'].map((id) => store.add(record(id))));
        await store.settle('chunmei', [record('a')], [record('b', { code: 'learning.version-unknown' })]);
        assert.deepEqual(ids(await store.waiting('chunmei')), ['c']);
        assert.deepEqual(await store.refused('chunmei'), [record('b', { code: 'learning.version-unknown' })]);
    });

    test(`${where}: what was refused waits again without its code, with the date it had or a new one`, async () => {
        const store = phone();
        await store.settle('chunmei', [], [record('a', { code: 'x' }), record('b', { code: 'x' })]);
        await store.requeue(['a']);
        await store.requeue(['b'], '2026-05-05T08:00:00.000Z');
        assert.deepEqual(await store.refused('chunmei'), []);
        const waiting = await store.waiting('chunmei');
        const sorted = waiting.sort((one, other) => (one.id < other.id ? -1 : 1));
        assert.deepEqual(sorted, [record('a'), record('b', { at: '2026-05-05T08:00:00.000Z' })]);
    });

    test(`${where}: what waits again already, because another page did so, stays as it is`, async () => {
        const store = phone();
        await store.settle('chunmei', [], [record('a', { code: 'x' })]);
        await store.requeue(['a'], '2026-05-05T08:00:00.000Z');
        await store.requeue(['a']);
        assert.deepEqual(await store.waiting('chunmei'), [record('a', { at: '2026-05-05T08:00:00.000Z' })]);
    });

    test(`${where}: everybody has their own`, async () => {
        const store = phone();
        await store.add(record('a'));
        await store.add(record('b', { person: 'guifang' }));
        await store.settle('guifang', [], [record('c', { person: 'guifang', code: 'x' })]);
        assert.deepEqual(ids(await store.waiting('guifang')), ['b']);
        assert.deepEqual(await store.refused('chunmei'), []);
    });

    test(`${where}: the phone keeps the id that was proposed first`, async () => {
        const store = phone();
        assert.equal(await store.device('first'), 'first');
        assert.equal(await store.device('second'), 'first');
    });
}

test('an id is used once: a second record does not replace the first', async () => {
    await outboxStore.add(record('a'));
    await assert.rejects(outboxStore.add(record('a', { type: 'other' })), { name: 'ConstraintError' });
    assert.deepEqual(onDisk('outbox'), [record('a')]);
});

test('of what was accepted, the pages in store may show the last hundred, the newest last', async () => {
    const many = Array.from({ length: 130 }, (_, i) => record(`r${i}`));
    await outboxStore.settle('chunmei', many.slice(0, 99), []);
    await outboxStore.settle('chunmei', many.slice(99), []);
    const [{ value }] = onDisk('kv');
    assert.deepEqual(value.map((/** @type {{id: string}} */ { id }) => id), many.slice(30).map(({ id }) => id));
});

test('on a full phone what can be fetched again makes room for a lesson and a quiz done without a network', async () => {
    for (const id of ['a', 'b']) {
        fillDisk();
        await inRoom(() => outboxStore.add(record(id)), async () => fillDisk(false));
    }
    assert.deepEqual(ids(await outboxStore.waiting('chunmei')), ['a', 'b']);
});

test('where no room can be made, it is said, and what waited before waits on', async (context) => {
    context.mock.method(console, 'warn', () => {});
    await outboxStore.add(record('a'));
    fillDisk();
    for (const make of [async () => undefined, () => Promise.reject(new Error('no script'))]) {
        await assert.rejects(inRoom(() => outboxStore.add(record('b')), make), { name: 'QuotaExceededError' });
    }
    await assert.rejects(outboxStore.settle('chunmei', [record('a')], []), { name: 'QuotaExceededError' });
    assert.deepEqual(ids(await outboxStore.waiting('chunmei')), ['a']);
});

test('for another fault than want of room nothing is dropped', async () => {
    await outboxStore.add(record('a'));
    const add = () => outboxStore.add(record('a', { type: 'other' }));
    await assert.rejects(inRoom(add, () => assert.fail('nothing is to be dropped')), { name: 'ConstraintError' });
});
