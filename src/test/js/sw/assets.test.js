import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAssets } from '#sw/assets.js';
import { MemoryCaches } from '#support/memory-caches.js';

const origin = 'https://county.example';
const urls = ['/assets/app-1.js', '/assets/base-1.css'];

function phone(caches = /** @type {any} */ (new MemoryCaches(async (url) => new Response(url)))) {
    const state = { fetched: 0, status: 200 };
    const fetch = async () => {
        state.fetched++;
        return new Response('network', { status: state.status });
    };
    const keys = async () => (await caches.open('assets-v2')).keys();
    const stored = async () => (await keys()).map((/** @type {Request} */ { url }) => new URL(url).pathname);
    return { caches, state, stored, assets: createAssets({ caches, fetch, version: 'v2', urls, origin }) };
}

test('a phone begins with what every page needs and the page for no network', async () => {
    const { stored, assets } = phone();
    await assets.prepare();
    assert.deepEqual(await stored(), ['/assets/app-1.js', '/assets/base-1.css', '/offline']);
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

const PLAN = '<link href="/assets/practice-1.css"><script src="/assets/practice-1.js"></script>'
    + '<main data-after="/assets/practice-after-1.js" data-sender="/assets/practice-sender-1.js" data-library="/assets/hls-1.js">';

test('what a page names is stored with it, once, but for what is of no use without a network', async () => {
    const { state, stored, assets } = phone();
    await Promise.all([assets.storeFor(PLAN), assets.storeFor(PLAN)]);
    await assets.storeFor(PLAN);
    assert.deepEqual(await stored(), ['/assets/practice-1.css', '/assets/practice-1.js', '/assets/practice-after-1.js']);
    assert.equal(state.fetched, 3);
});

test('what sends recordings comes with the pages that record', async () => {
    const { stored, assets } = phone();
    await assets.storeFor(`<main data-practice="plan">${PLAN}`);
    assert.ok((await stored()).includes('/assets/practice-sender-1.js'));
});

test('what an earlier version has stored already is not fetched again, and stays with this one', async () => {
    const { caches, state, stored, assets } = phone();
    await (await caches.open('assets-v1')).put('/assets/practice-1.js', new Response('old'));
    await assets.storeFor('<script src="/assets/practice-1.js"></script>');
    await assets.dropExcept([]);
    assert.deepEqual(await stored(), ['/assets/practice-1.js']);
    assert.equal(state.fetched, 0);
});

test('without all that it names a page is not stored, and it is fetched anew the next time', async () => {
    const { caches, assets } = phone();
    const cache = await caches.open('assets-v2');
    const { put } = cache;
    cache.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    await assert.rejects(assets.storeFor(PLAN), { name: 'QuotaExceededError' });
    cache.put = put;
    await assets.storeFor(PLAN);
});

test('an asset that the browser cannot read any more is fetched again', async (context) => {
    context.mock.method(console, 'warn', () => {});
    const { caches, assets } = phone();
    caches.match = () => Promise.reject(new DOMException('spoilt', 'UnknownError'));
    assert.equal(await (await assets.answer(new Request(`${origin}/assets/app-1.js`))).text(), 'network');
});
