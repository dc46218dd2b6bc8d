import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAssets } from '#sw/assets.js';
import { MemoryCaches } from '#support/memory-caches.js';

const origin = 'https://county.example';
const urls = [
    '/assets/app-1.js', '/assets/practice-1.js', '/assets/practice-camera-1.css', '/assets/grading-1.js', '/assets/desk-1.css',
    '/assets/cohort-1.css',
];

function phone(caches = /** @type {any} */ (new MemoryCaches(async (url) => new Response(url)))) {
    const state = { fetched: 0, status: 200 };
    const fetch = async () => {
        state.fetched++;
        return new Response('network', { status: state.status });
    };
    return { caches, state, assets: createAssets({ caches, fetch, version: 'v2', urls, origin }) };
}

test('a phone fetches its own scripts and styles and the page for no network, and none of the desks’', async () => {
    const { caches, assets } = phone();
    await assets.prepare();
    assert.deepEqual((await (await caches.open('assets-v2')).keys()).map((/** @type {Request} */ { url }) => new URL(url).pathname), [
        '/assets/app-1.js', '/assets/practice-1.js', '/assets/practice-camera-1.css', '/offline',
    ]);
    assert.match(await (await assets.offline()).text(), /offline$/);
});

test('an asset is fetched for once, and a fault is not stored', async () => {
    const { assets, state } = phone();
    const request = new Request(`${origin}/assets/desk-1.css`);
    state.status = 503;
    await assets.answer(request);
    state.status = 200;
    await assets.answer(request);
    assert.equal(await (await assets.answer(request)).text(), 'network');
    assert.equal(state.fetched, 2);
});

test('earlier versions go, but for those that stored pages still name', async () => {
    const { caches, assets } = phone();
    for (const name of ['assets-v0', 'assets-v1', 'assets-v2', 'films', 'pages-chunmei']) {
        await caches.open(name);
    }
    await assets.dropExcept(['v1']);
    assert.deepEqual(await caches.keys(), ['assets-v1', 'assets-v2', 'films', 'pages-chunmei']);
});
