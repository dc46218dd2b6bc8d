import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Unreachable } from '#app/http.js';
import { createMemory } from '#js/videos/memory.js';

/** @param {{stored?: string, told?: object}} [phone] */
function memoryOf({ stored, told } = {}) {
    const kept = new Map(stored ? [['video rice', stored]] : []);
    /** @type {string[]} */
    const calls = [];
    const memory = createMemory({
        video: 'rice',
        key: 'video rice',
        remembered: (key) => kept.get(key) ?? null,
        remember: (key, value) => kept.set(key, value),
        api: {
            json: async (method, path) => {
                calls.push(`${method} ${path}`);
                if (!told) {
                    throw new Unreachable('no network');
                }
                return /** @type {any} */ (told);
            },
        },
    });
    return { memory, calls, kept: () => kept.get('video rice') };
}

test('what was watched on other days and phones is added, each second once', async () => {
    const { memory, calls, kept } = memoryOf({
        stored: '{"played":[0,20],"asked":{"one":"skipped"}}',
        told: { played: [10, 30, 50, 60], answered: ['one'], skipped: ['two'] },
    });
    await memory.learn();
    assert.deepEqual(calls, ['GET /api/watched/rice']);
    assert.deepEqual(memory.played(), [0, 30, 50, 60]);
    assert.deepEqual([memory.asked('one'), memory.asked('two'), memory.asked('three')], ['answered', 'skipped', undefined]);
    assert.equal(kept(), '{"played":[0,30,50,60],"asked":{"one":"answered","two":"skipped"}}');
});

test('without a network the phone shows what it knows itself', async (context) => {
    context.mock.method(console, 'warn', () => {});
    const { memory } = memoryOf({ stored: '{"played":[0,20],"asked":{}}' });
    await memory.learn();
    memory.watched([15, 40]);
    assert.deepEqual(memory.played(), [0, 40]);
});

test('a question that was answered is not skipped by another visit', () => {
    const { memory } = memoryOf();
    memory.ask('one', 'skipped');
    memory.ask('one', 'answered');
    memory.ask('one', 'skipped');
    assert.equal(memory.asked('one'), 'answered');
});

test('what cannot be read any more counts as nothing', () => {
    assert.deepEqual(memoryOf({ stored: '{"played":' }).memory.played(), []);
});
