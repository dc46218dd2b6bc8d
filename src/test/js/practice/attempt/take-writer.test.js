import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planned } from '#js/practice/attempt/attempt.js';
import { digestOf, TakeWriter } from '#js/practice/attempt/take-writer.js';
import { MemoryAttemptStore } from '#support/memory-attempt-store.js';

const ABOUT = { type: 'video/webm', startedAt: '2026-05-04T08:00:00.000Z' };

async function phone() {
    const store = new MemoryAttemptStore();
    const attempt = planned('chunmei', { title: '', format: '' });
    await store.add(attempt);
    return { store, id: attempt.id, takes: () => store.attempts.get(attempt.id)?.takes ?? [] };
}

test('a digest is SHA-256 in base64', async () => {
    assert.equal(await digestOf(new TextEncoder().encode('abc').buffer), 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=');
});

test('chunks are numbered in the order of the calls, and the take ends where the last one does', async () => {
    const { store, id, takes } = await phone();
    const writer = new TakeWriter(store, id, 1, ABOUT);
    await Promise.all([writer.write(new Blob(['one']), 2000), writer.write(new Blob(['three']), 4000)]);
    assert.deepEqual(takes().map(({ pieces, endedAt }) => ({ pieces, endedAt })), [
        { pieces: [[3, 2000], [5, 4000]], endedAt: '2026-05-04T08:00:04.000Z' },
    ]);
});

test('what is larger than the server takes is cut', async () => {
    const { store, id, takes } = await phone();
    await new TakeWriter(store, id, 1, ABOUT).write(new Blob([new Uint8Array(8 * 1024 * 1024 + 1)]), 2000);
    assert.deepEqual(takes()[0].pieces.map(([size]) => size), [8 * 1024 * 1024, 1]);
});

test('a copy that was cut short goes on behind what is there', async () => {
    const { store, id, takes } = await phone();
    await new TakeWriter(store, id, 1, ABOUT).write(new Blob(['one']), 2000);
    await new TakeWriter(store, id, 1, ABOUT, 1).write(new Blob(['two']), 4000);
    assert.equal(takes()[0].pieces.length, 2);
    assert.ok(await store.chunk(id, 1, 1));
});

test('on a full phone every later chunk fails too, so that no take has a hole', async () => {
    const { store, id, takes } = await phone();
    const writer = new TakeWriter(store, id, 1, ABOUT);
    await writer.write(new Blob(['one']), 2000);
    store.room = 0;
    await assert.rejects(writer.write(new Blob(['two']), 4000));
    store.room = Infinity;
    await assert.rejects(writer.write(new Blob(['three']), 6000));
    assert.equal(takes()[0].pieces.length, 1);
});
