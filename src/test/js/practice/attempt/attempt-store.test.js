import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { write } from '#app/db.js';
import { AttemptStore } from '#js/practice/attempt/attempt-store.js';
import { acknowledge, missing, planned } from '#js/practice/attempt/attempt.js';
import { deleteOwn, makeItsOwn } from '#js/practice/attempt/own-attempt.js';
import { MemoryAttemptStore } from '#support/memory-attempt-store.js';
import { fillDisk, newPhone, onDisk } from '#support/memory-indexed-db.js';

/** @typedef {import('#js/practice/attempt/attempt-store.js').Message} Message */

beforeEach(newPhone);

const TAKE = { type: 'video/webm', startedAt: '2026-05-04T08:00:00.000Z', endMs: 2_000 };

/** A browser without locks. */
const NO_LOCKS = /** @type {any} */ (null);

/** @param {string} id @param {object} [more] @returns {import('#js/practice/attempt/attempt.js').Attempt} */
const attempt = (id, more = {}) => ({ ...planned('chunmei', { title: 'Rice', format: 'sixty' }), id, ...more });

/** @param {string} id @param {number} take @param {number} seq */
const chunk = (id, take, seq) => ({ attempt: id, take, seq, bytes: Uint8Array.of(take, seq).buffer, digest: `${take}/${seq}` });

const ids = (/** @type {{id: string}[]} */ attempts) => attempts.map(({ id }) => id);
const chunksOnDisk = () => onDisk('chunks').map(({ attempt: id, take, seq }) => `${id} ${take}/${seq}`);

// The store of the other tests must answer as the phone's does, or these prove nothing.
for (const [where, phone] of /** @type {[string, () => MemoryAttemptStore | AttemptStore][]} */ ([
    ['on the disk', () => new AttemptStore()],
    ['in memory', () => new MemoryAttemptStore()],
])) {
    test(`${where}: everybody has their own attempts, and those to be deleted stand apart`, async () => {
        const store = phone();
        await Promise.all([attempt('a'), attempt('b'), attempt('c', { person: 'guifang' })].map((one) => store.add(one)));
        await store.delete('b', 'chunmei');
        assert.deepEqual(ids(await store.list('chunmei')), ['a']);
        assert.deepEqual(ids(await store.deleted('chunmei')), ['b']);
        assert.deepEqual(ids(await store.list('guifang')), ['c']);
        assert.equal(await store.get('d'), undefined);
    });

    test(`${where}: a chunk and the new end of its take are stored together`, async () => {
        const store = phone();
        await store.add(attempt('a'));
        await store.putChunk(chunk('a', 1, 0), TAKE);
        await store.putChunk(chunk('a', 1, 1), { ...TAKE, endMs: 4_000 });
        const [take] = (await store.get('a'))?.takes ?? [];
        assert.deepEqual(take.pieces, [[2, 2_000], [2, 4_000]]);
        assert.equal(take.endedAt, '2026-05-04T08:00:04.000Z');
        assert.equal((await store.chunk('a', 1, 1))?.digest, '1/1');
        assert.equal(await store.chunk('a', 1, 2), undefined);
    });

    test(`${where}: nothing is recorded into an attempt that was deleted meanwhile, or never was here`, async () => {
        const store = phone();
        await store.add(attempt('a'));
        await store.delete('a', 'chunmei');
        await assert.rejects(store.putChunk(chunk('a', 1, 0), TAKE));
        await assert.rejects(store.putChunk(chunk('b', 1, 0), TAKE));
        assert.equal(await store.chunk('a', 1, 0), undefined);
        assert.equal(await store.get('b'), undefined);
    });

    test(`${where}: what is changed at once by recorder and uploader is all kept`, async () => {
        const store = phone();
        await store.add(attempt('a'));
        await Promise.all([
            store.update('a', (one) => (one.endedAt = TAKE.startedAt)),
            store.putChunk(chunk('a', 1, 0), TAKE),
            store.update('a', (one) => (one.handIn = true)),
        ]);
        const { endedAt, handIn, takes } = await store.get('a') ?? attempt('none');
        assert.deepEqual([endedAt, handIn, takes.length], [TAKE.startedAt, true, 1]);
    });

    test(`${where}: a forgotten attempt leaves nothing, and the bytes of the others stay`, async () => {
        const store = phone();
        for (const id of ['a', 'ab']) {
            await store.add(attempt(id));
            await store.putChunk(chunk(id, 1, 0), TAKE);
        }
        await store.forget('a');
        assert.equal(await store.get('a'), undefined);
        assert.equal(await store.chunk('a', 1, 0), undefined);
        assert.equal((await store.chunk('ab', 1, 0))?.digest, '1/0');
    });

    test(`${where}: each change is told, until nobody listens any more`, async () => {
        const store = phone();
        /** @type {Message[]} */
        const messages = [];
        const end = store.subscribe((message) => messages.push(message));
        await store.add(attempt('a'));
        await store.putChunk(chunk('a', 1, 0), TAKE);
        await store.update('a', () => {});
        await store.delete('a', 'chunmei');
        await store.forget('a');
        assert.deepEqual(messages, Array(5).fill({ kind: 'changed', id: 'a' }));
        end();
        await store.add(attempt('b'));
        assert.equal(messages.length, 5);
    });
}

test('on a full disk neither the chunk is stored nor the take’s end, and what was recorded before stays', async () => {
    const store = new AttemptStore();
    await store.add(attempt('a'));
    await store.putChunk(chunk('a', 1, 0), TAKE);
    fillDisk();
    await assert.rejects(store.putChunk(chunk('a', 1, 1), { ...TAKE, endMs: 4_000 }), { name: 'QuotaExceededError' });
    assert.deepEqual((await store.get('a'))?.takes[0].pieces, [[2, 2_000]]);
    assert.deepEqual(chunksOnDisk(), ['a 1/0']);
});

test('a chunk is never written over', async () => {
    const store = new AttemptStore();
    await store.add(attempt('a'));
    await store.putChunk(chunk('a', 1, 0), TAKE);
    await assert.rejects(store.putChunk({ ...chunk('a', 1, 0), digest: 'other' }, TAKE), { name: 'ConstraintError' });
    assert.equal((await store.chunk('a', 1, 0))?.digest, '1/0');
});

test('a take is played in the order of its numbers, without the other takes', async () => {
    const store = new AttemptStore();
    await store.add(attempt('a'));
    for (const [take, seq] of [[1, 10], [1, 9], [10, 0], [1, 100], [2, 0]]) {
        await store.putChunk(chunk('a', take, seq), TAKE);
    }
    assert.deepEqual((await store.takeBytes('a', 1)).map((bytes) => [...new Uint8Array(bytes)]), [[1, 9], [1, 10], [1, 100]]);
});

test('attempts are listed from the oldest', async () => {
    const store = new AttemptStore();
    await store.add(attempt('a', { createdAt: '2026-05-06T08:00:00.000Z' }));
    await store.add(attempt('b', { createdAt: '2026-05-04T08:00:00.000Z' }));
    await store.add(attempt('c', { createdAt: '2026-05-05T08:00:00.000Z' }));
    assert.deepEqual(ids(await store.list('chunmei')), ['b', 'c', 'a']);
});

test('the room of what the server has is freed, and the attempt stays known', async () => {
    const store = new AttemptStore();
    for (const id of ['a', 'b']) {
        await store.add(attempt(id));
        await store.putChunk(chunk(id, 1, 0), TAKE);
    }
    await store.clear('a');
    assert.deepEqual(chunksOnDisk(), ['b 1/0']);
    assert.equal((await store.get('a'))?.cleared, true);
});

test('a minute is measured anew in place of what there was, and of no attempt that is gone', async () => {
    const store = new AttemptStore();
    const block = (/** @type {number} */ number, label = '') => /** @type {any} */ ({ attempt: 'a', take: 1, block: number, label });
    await store.add(attempt('a'));
    for (const one of [block(1), block(0, 'half'), block(0, 'whole')]) {
        await store.putSignals(one);
    }
    assert.deepEqual(await store.signals('a', 1), [block(0, 'whole'), block(1)]);
    assert.deepEqual(await store.signals('a', 2), []);

    await store.delete('a', 'chunmei');
    await store.putSignals(block(2));
    assert.deepEqual(onDisk('signals'), []);
});

for (const [how, gone] of /** @type {[string, (store: AttemptStore) => Promise<void>][]} */ ([
    ['deleted', (store) => store.delete('a', 'chunmei')],
    ['forgotten', (store) => store.forget('a')],
])) {
    test(`what the trainee wrote about a recording is ${how} with it`, async () => {
        const store = new AttemptStore();
        await store.add(attempt('a'));
        await write(['kv'], (kv) => ['a', 'b'].forEach((id) => kv.put({ key: `self-review/${id}` })));
        await gone(store);
        assert.deepEqual(onDisk('kv').map(({ key }) => key), ['self-review/b']);
    });
}

test('a recording that another is in the way of moves whole to an id of its own, also when it is cut off', async () => {
    const store = new AttemptStore();
    await store.add(attempt('a', { trouble: 'elsewhere' }));
    for (const [take, seq] of [[1, 0], [1, 1], [2, 0]]) {
        await store.putChunk(chunk('a', take, seq), TAKE);
    }
    await store.update('a', (fresh) => acknowledge(fresh, 1, 0));
    await write(['kv'], (kv) => kv.put({ key: 'self-review/a', attempt: 'a', sent: true }));
    const cutOff = /** @type {any} */ ({ update: store.update.bind(store), move: () => Promise.reject(new Error('page closed')) });
    const stuck = /** @type {any} */ (await store.get('a'));
    await assert.rejects(makeItsOwn(cutOff, stuck, NO_LOCKS));
    const half = /** @type {any} */ (await store.get('a'));
    const id = (await makeItsOwn(store, half, NO_LOCKS)) ?? '';
    assert.equal(id, half.movesTo);
    assert.equal(await store.get('a'), undefined);
    assert.deepEqual(chunksOnDisk(), [`${id} 1/0`, `${id} 1/1`, `${id} 2/0`]);
    const own = await store.get(id);
    assert.equal(own?.trouble, undefined);
    assert.notEqual(own?.recorder, half.recorder);
    assert.equal(own && missing(own).length, 3);
    assert.ok(own?.endedAt);
    assert.deepEqual(onDisk('kv'), [{ key: `self-review/${id}`, attempt: id, sent: false }]);
});

test('a chunk that is stored while its recording moves goes with it', async () => {
    const store = new AttemptStore();
    await store.add(attempt('a', { trouble: 'elsewhere' }));
    await store.putChunk(chunk('a', 1, 0), TAKE);
    const moved = store.move('a', 'own', (fresh) => ({ ...fresh, id: 'own' }));
    await store.putChunk(chunk('a', 1, 1), TAKE);
    await moved;
    assert.deepEqual(chunksOnDisk(), ['own 1/0', 'own 1/1']);
    assert.equal((await store.get('own'))?.takes[0].pieces.length, 2);
});

test('two pages that make the same recording its own give it one id', async () => {
    const store = new AttemptStore();
    await store.add(attempt('a', { trouble: 'elsewhere' }));
    await store.putChunk(chunk('a', 1, 0), TAKE);
    const stale = /** @type {any} */ (await store.get('a'));
    const given = await Promise.all([makeItsOwn(store, stale, NO_LOCKS), makeItsOwn(store, stale, NO_LOCKS)]);
    assert.equal(new Set(given).size, 1);
    assert.deepEqual(ids(await store.list('chunmei')), [given[0]]);
    assert.deepEqual(chunksOnDisk(), [`${given[0]} 1/0`]);
    assert.equal(await makeItsOwn(store, stale, NO_LOCKS), undefined);
});

test('what another page still records stays under its id', async () => {
    const store = new AttemptStore();
    await store.add(attempt('a', { trouble: 'elsewhere' }));
    const held = /** @type {any} */ ({
        request: (/** @type {string} */ _name, /** @type {object} */ _how, /** @type {(lock: null) => void} */ work) => work(null),
    });
    assert.equal(await makeItsOwn(store, attempt('a'), held), undefined);
    assert.equal((await store.get('a'))?.movesTo, undefined);
});

test('what was recorded here beside another phone is deleted here alone; the server is not told', async () => {
    const store = new AttemptStore();
    await store.add(attempt('a', { trouble: 'elsewhere' }));
    await store.add(attempt('b', { recorder: 'this phone' }));
    for (const id of ['a', 'b']) {
        await store.putChunk(chunk(id, 1, 0), TAKE);
        await deleteOwn(store, /** @type {any} */ (await store.get(id)));
    }
    assert.deepEqual(onDisk('chunks'), []);
    assert.deepEqual((await store.deleted('chunmei')).map(({ id, recorder }) => [id, recorder]), [['b', 'this phone']]);
    assert.equal(await store.get('a'), undefined);
});

test('an attempt of another phone can be deleted here', async () => {
    const store = new AttemptStore();
    await store.delete('elsewhere', 'chunmei');
    assert.deepEqual(ids(await store.deleted('chunmei')), ['elsewhere']);
});

test('the other open pages are told what this one changed, and this one what they did', async () => {
    /** @type {Message[]} */
    const posted = [];
    const channel = /** @type {any} */ ({ postMessage: (/** @type {Message} */ message) => posted.push(message) });
    const store = new AttemptStore(channel);
    /** @type {Message[]} */
    const heard = [];
    store.subscribe((message) => heard.push(message));
    await store.add(attempt('a'));
    channel.onmessage({ data: { kind: 'changed', id: 'b' } });
    assert.deepEqual(posted, [{ kind: 'changed', id: 'a' }]);
    assert.deepEqual(heard, [{ kind: 'changed', id: 'a' }, { kind: 'changed', id: 'b' }]);
});
