import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createOwnership } from '#sw/ownership.js';
import { MemoryCaches } from '#support/memory-caches.js';

/** @param {string[]} names */
async function phoneWith(...names) {
    const caches = new MemoryCaches();
    await Promise.all(names.map((name) => caches.open(name)));
    return { caches, ownership: createOwnership({ caches: /** @type {any} */ (caches) }) };
}

test('signing out leaves nobody’s pages and nobody’s videos on the phone', async () => {
    const { caches, ownership } = await phoneWith('films', 'pages-chunmei', 'videos-chunmei', 'videos-laohu');
    await ownership.signedOut();
    assert.deepEqual(await caches.keys(), ['films']);
});

test('whoever comes next finds their own alone', async () => {
    const { caches, ownership } = await phoneWith('pages-chunmei', 'videos-chunmei', 'pages-laohu', 'videos-laohu');
    await ownership.settle('laohu');
    assert.deepEqual((await caches.keys()).filter((name) => name !== 'session'), ['pages-laohu', 'videos-laohu']);
});
