import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createOwnership } from '#sw/ownership.js';
import { createPacks } from '#sw/packs.js';
import { MemoryCaches } from '#support/memory-caches.js';

const origin = 'https://county.example';
const FOR_EVER = 'public, max-age=31536000, immutable';
const address = (/** @type {string} */ digest, language = 'zh') => `${origin}/practice-content/${language}-${digest.repeat(16)}.json`;

function phone() {
    const caches = /** @type {any} */ (new MemoryCaches());
    const network = { on: true, asked: 0, rule: FOR_EVER };
    const fetch = async (/** @type {any} */ url) => {
        network.asked++;
        if (!network.on) {
            throw new TypeError('no network');
        }
        return new Response(`of ${url}`, { headers: { 'Cache-Control': network.rule } });
    };
    const ownership = createOwnership({ caches });
    const packs = createPacks({ caches, fetch, ownership, origin });
    const get = async (/** @type {string} */ url) => (await packs.answer(new Request(url))).text();
    const stored = async (place = 'practice-content') =>
        (await (await caches.open(place)).keys()).map((/** @type {Request} */ { url }) => url);
    return { caches, ownership, packs, network, get, stored };
}

test('content is fetched once, and read without a network', async () => {
    const { network, get } = phone();
    await get(address('a'));
    network.on = false;
    assert.equal(await get(address('a')), `of ${address('a')}`);
    assert.equal(network.asked, 1);
});

test('a page that is kept brings its content with it', async () => {
    const { packs, network, get } = phone();
    await packs.storeFor(`<form data-pack="${new URL(address('a')).pathname}">`, 'chunmei');
    await packs.storeFor('<main>a page that needs none</main>', 'chunmei');
    network.on = false;
    assert.equal(await get(address('a')), `of ${address('a')}`);
});

test('a newer edition takes the place of the older one, in its language', async () => {
    const { get, stored } = phone();
    await get(address('a'));
    await get(address('b', 'en'));
    await get(address('c'));
    assert.deepEqual(await stored(), [address('b', 'en'), address('c')]);
});

test('without a network an earlier edition is better than none, and none is a fault', async () => {
    const { network, get } = phone();
    await get(address('a'));
    network.on = false;
    assert.equal(await get(address('b')), `of ${address('a')}`);
    await assert.rejects(get(address('b', 'en')), TypeError);
});

test('what the server sends in place of another edition is not kept under its name', async () => {
    const { network, get, stored } = phone();
    network.rule = 'no-store';
    assert.equal(await get(address('a')), `of ${address('a')}`);
    assert.deepEqual(await stored(), []);
});

const index = (/** @type {string} */ digest) => `${origin}/learn/search/zh-${digest.repeat(16)}.json`;
const searchPage = (/** @type {string} */ digest) => `<form data-pack="${new URL(index(digest)).pathname}">`;

test('the index of the search is kept beside the content of plans, for its person', async () => {
    const { ownership, packs, network, get, stored } = phone();
    await get(address('a'));
    await packs.storeFor(searchPage('d'), 'chunmei');
    await ownership.settle('chunmei');
    network.on = false;
    assert.equal(await get(index('d')), `of ${index('d')}`);
    assert.equal(await get(index('e')), `of ${index('d')}`, 'an earlier edition of hers');
    assert.deepEqual(await stored(), [address('a')]);
});

test('nobody searches in the index of whoever used the phone before', async () => {
    const { caches, ownership, packs, network, get } = phone();
    await packs.storeFor(searchPage('d'), 'chunmei');
    await ownership.settle('chunmei');
    await ownership.settle('laohu');
    network.on = false;
    await assert.rejects(get(index('e')), TypeError);
    await assert.rejects(get(index('d')), TypeError);
    network.on = true;
    await packs.storeFor(searchPage('e'), 'laohu');
    await ownership.signedOut();
    assert.equal(await get(index('e')), `of ${index('e')}`, 'from the network');
    assert.deepEqual(await caches.keys(), []);
});
