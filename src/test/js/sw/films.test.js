import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFilms } from '#sw/films.js';
import { MemoryCaches } from '#support/memory-caches.js';

const SITE = 'https://county.example';
const film = (/** @type {string} */ lesson, /** @type {string} */ version) => `${SITE}/films/${lesson}-${version.repeat(16)}.mp4`;

function phone({ bytes = 10, online = true } = {}) {
    const caches = /** @type {any} */ (new MemoryCaches(async (url) => new Response(new Uint8Array(url.endsWith('.mp4') ? bytes : 1))));
    const state = { online, fetched: 0 };
    const films = createFilms({
        caches,
        fetch: async () => {
            state.fetched++;
            return new Response('network');
        },
        isOnline: () => state.online,
    });
    return {
        films,
        state,
        /** @param {string} path @param {string} [range] @param {string} [page] */
        request: (path, range, page = 'page-1') => films.answer(new Request(path, { headers: range ? { Range: range } : {} }), page),
        stored: async () => (await (await caches.open('films')).keys()).map((/** @type {Request} */ { url }) => url),
    };
}

test('a film is stored with its poster and both captions, once', async () => {
    const { films, stored } = phone();
    await films.store(film('rice', 'a'));
    await films.store(film('rice', 'a'));
    const name = film('rice', 'a').slice(0, -4);
    assert.deepEqual(await stored(), [`${name}.mp4`, `${name}.svg`, `${name}.zh.vtt`, `${name}.en.vtt`]);
});

for (const [range, told, length] of [
    ['bytes=0-', 'bytes 0-9/10', 10],
    ['bytes=0-3', 'bytes 0-3/10', 4],
    ['bytes=4-7', 'bytes 4-7/10', 4],
    ['bytes=8-99', 'bytes 8-9/10', 2],
]) {
    test(`${range} of 10 bytes is ${told}`, async () => {
        const { films, request, state } = phone({ online: false });
        await films.store(film('rice', 'a'));
        const response = await request(film('rice', 'a'), /** @type {string} */ (range));
        assert.equal(response.status, 206);
        assert.equal(response.headers.get('Content-Range'), told);
        assert.equal((await response.arrayBuffer()).byteLength, length);
        assert.equal(state.fetched, 0);
    });
}

test('a player that began with the network stays with it, although the film is stored meanwhile', async () => {
    const { films, request, state } = phone();
    assert.equal(await (await request(film('rice', 'a'), 'bytes=0-')).text(), 'network');
    await films.store(film('rice', 'a'));
    assert.equal(await (await request(film('rice', 'a'), 'bytes=5-')).text(), 'network');
    assert.equal((await request(film('rice', 'a'), 'bytes=0-')).status, 206, 'begun anew, it plays what is stored');
    assert.equal((await request(film('rice', 'a'), 'bytes=5-')).status, 206);
    assert.equal(state.fetched, 2);
});

test('after a rest of the service worker, only a phone without network goes on from the cache', async () => {
    const { films, request, state } = phone();
    await films.store(film('rice', 'a'));
    assert.equal(await (await request(film('rice', 'a'), 'bytes=5-')).text(), 'network');
    state.online = false;
    assert.equal((await request(film('rice', 'a'), 'bytes=5-', 'page-2')).status, 206);
});

test('a new version of a lesson’s film takes the place of the old one', async () => {
    const { films, stored } = phone();
    await films.store(film('rice', 'a'));
    await films.store(film('tea', 'a'));
    await films.store(film('rice', 'b'));
    assert.deepEqual((await stored()).filter((/** @type {string} */ name) => name.endsWith('.mp4')), [film('tea', 'a'), film('rice', 'b')]);
});

test('past 30 MB the oldest films go first', async () => {
    const { films, stored } = phone({ bytes: 14_000_000 });
    for (const lesson of ['one', 'two', 'three']) {
        await films.store(film(lesson, 'a'));
    }
    const mp4s = (await stored()).filter((/** @type {string} */ name) => name.endsWith('.mp4'));
    assert.deepEqual(mp4s, [film('two', 'a'), film('three', 'a')]);
});
