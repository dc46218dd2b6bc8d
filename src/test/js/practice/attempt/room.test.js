import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { AttemptStore } from '#js/practice/attempt/attempt-store.js';
import { planned } from '#js/practice/attempt/attempt.js';
import { settled } from '#support/fake-clock.js';
import { fillDisk, newPhone } from '#support/memory-indexed-db.js';

/** @typedef {import('#js/practice/attempt/attempt-store.js').Message} Message */

beforeEach(newPhone);

const TAKE = { type: 'video/webm', startedAt: '2026-05-04T08:00:00.000Z', endMs: 2_000 };

/** @param {string} id */
const attempt = (id) => ({ ...planned('chunmei', { title: 'Rice', format: 'sixty' }), id });

/** @param {string} id */
const chunk = (id) => ({ attempt: id, take: 1, seq: 0, bytes: Uint8Array.of(1, 2).buffer, digest: '1/0' });

test('on a full phone what can be fetched again makes room for a chunk, and that is said', async () => {
    /** @type {Message['kind'][]} */
    const told = [];
    const store = new AttemptStore(undefined, async () => {
        fillDisk(false);
        return true;
    });
    await store.add(attempt('a'));
    store.subscribe(({ kind }) => told.push(kind));
    fillDisk();
    await store.putChunk(chunk('a'), TAKE);
    assert.deepEqual((await store.get('a'))?.takes[0].pieces, [[2, 2_000]]);
    assert.deepEqual(told, ['room-made', 'changed']);
});

for (const [what, dropKept] of /** @type {[string, () => Promise<boolean>][]} */ ([
    ['nothing can be dropped', async () => false],
    ['what was dropped is not enough', async () => true],
    ['nothing can be dropped for a fault', () => Promise.reject(new Error('no caches'))],
])) {
    test(`where ${what}, a full phone says so, once`, async () => {
        let dropped = 0;
        const store = new AttemptStore(undefined, () => {
            dropped++;
            return dropKept();
        });
        await store.add(attempt('a'));
        fillDisk();
        await assert.rejects(store.putChunk(chunk('a'), TAKE), { name: 'QuotaExceededError' });
        assert.equal(dropped, 1);
    });
}

test('writes that fail together all find the room that was made for the first, and that is said once', async () => {
    /** @type {Message['kind'][]} */
    const told = [];
    let kept = true;
    const store = new AttemptStore(undefined, async () => {
        const dropped = kept;
        kept = false;
        await settled();
        fillDisk(false);
        return dropped;
    });
    await store.add(attempt('a'));
    store.subscribe(({ kind }) => told.push(kind));
    fillDisk();
    await Promise.all([
        store.putChunk(chunk('a'), TAKE),
        store.update('a', ({ marks }) => marks.push({ at: { take: 1, ms: 0 }, kind: 'step', ref: 'hook' })),
        store.putSignals(/** @type {any} */ ({ attempt: 'a', take: 1, block: 0 })),
    ]);
    const { takes = [], marks = [] } = (await store.get('a')) ?? {};
    assert.deepEqual([takes.length, marks.length, (await store.signals('a', 1)).length], [1, 1, 1]);
    assert.equal(told.filter((kind) => kind === 'room-made').length, 1);
});

test('room that another page made in between is used, though nothing is left to drop', async () => {
    const store = new AttemptStore(undefined, async () => {
        fillDisk(false);
        return false;
    });
    await store.add(attempt('a'));
    fillDisk();
    await store.putChunk(chunk('a'), TAKE);
    assert.equal((await store.get('a'))?.takes.length, 1);
});

test('what is refused for another reason than room drops nothing', async () => {
    const store = new AttemptStore(undefined, () => assert.fail('nothing is to be dropped'));
    await assert.rejects(store.putChunk(chunk('b'), TAKE), /no longer on this phone/);
});

test('what is noted of an upload drops nothing', async () => {
    const store = new AttemptStore(undefined, () => assert.fail('nothing is to be dropped'));
    await store.add(attempt('a'));
    fillDisk();
    await assert.rejects(store.note('a', (fresh) => void (fresh.trouble = 'damaged')), { name: 'QuotaExceededError' });
    fillDisk(false);
    await store.note('a', (fresh) => void (fresh.trouble = 'damaged'));
    assert.equal((await store.get('a'))?.trouble, 'damaged');
});

test('a chunk of an attempt that was deleted to make room is not taken for stored', async () => {
    const store = new AttemptStore(undefined, async () => {
        fillDisk(false);
        await store.delete('a', 'chunmei');
        return true;
    });
    await store.add(attempt('a'));
    fillDisk();
    await assert.rejects(store.putChunk(chunk('a'), TAKE), /no longer on this phone/);
});

test('an attempt that is planned on a full phone finds room, too', async () => {
    const store = new AttemptStore(undefined, async () => {
        fillDisk(false);
        return true;
    });
    fillDisk();
    await store.add(attempt('a'));
    assert.equal((await store.get('a'))?.plan.title, 'Rice');
});
