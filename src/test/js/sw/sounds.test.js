import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSounds } from '#sw/sounds.js';
import { MemoryCaches } from '#support/memory-caches.js';

const SITE = 'https://county.example';
const SOUND = '/narration/sounds/0123456789abcdef.webm';

console.warn = () => {};

/** @param {() => Promise<Response>} [network] */
function phone(network = async () => new Response(new Uint8Array(10), { headers: { 'Content-Type': 'video/webm' } })) {
    const state = { fetched: 0, players: 0 };
    const fetch = async () => {
        state.fetched++;
        return network();
    };
    const sounds = createSounds({
        caches: /** @type {any} */ (new MemoryCaches(fetch)),
        fetch,
        isOnline: () => false,
        origin: SITE,
        storePlayer: async () => state.players++,
    });
    return { sounds, state };
}

test('a recording is fetched once, with what plays it, and is then heard range by range without network', async () => {
    const { sounds, state } = phone();
    assert.equal(await sounds.fetchAhead(SOUND), 'stored');
    assert.equal(await sounds.fetchAhead(SOUND), 'stored');
    assert.deepEqual(state, { fetched: 1, players: 1 });
    const heard = await sounds.answer(new Request(SITE + SOUND, { headers: { Range: 'bytes=4-7' } }), 'page-1');
    assert.equal(heard.status, 206);
    assert.equal(heard.headers.get('Content-Range'), 'bytes 4-7/10');
    assert.equal(state.fetched, 1);
});

test('what is not kept comes from the network', async () => {
    const { sounds, state } = phone();
    await sounds.answer(new Request(SITE + SOUND), 'page-1');
    assert.equal(state.fetched, 1);
    assert.equal(await sounds.isStored(SOUND), false);
});

test('it is dropped with its course', async () => {
    const { sounds } = phone();
    await sounds.fetchAhead(SOUND);
    assert.equal(await sounds.isStored(SOUND), true);
    await sounds.drop(SOUND);
    assert.equal(await sounds.isStored(SOUND), false);
});

for (const [answer, outcome] of /** @type {[() => Promise<Response>, string][]} */ ([
    [async () => new Response('', { status: 401 }), 'signed-out'],
    [async () => new Response('', { headers: { 'Content-Type': 'text/html' } }), 'signed-out'],
    [async () => new Response('', { status: 404 }), 'refused'],
    [async () => new Response('', { status: 503 }), 'unreachable'],
    [async () => Promise.reject(new Error('none')), 'unreachable'],
])) {
    test(`an answer that is no recording: ${outcome}`, async () => {
        const { sounds } = phone(answer);
        assert.equal(await sounds.fetchAhead(SOUND), outcome);
        assert.equal(await sounds.isStored(SOUND), false);
    });
}

test('only recordings are sounds', () => {
    const { sounds } = phone();
    assert.ok(sounds.isSound(SOUND));
    assert.ok(!sounds.isSound('/narration/zh/rice'));
});
