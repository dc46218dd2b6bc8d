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
    const heard = await sounds.answer(new Request(SITE + SOUND, { headers: { Range: 'bytes=4-7' } }), 'page-1', () => {});
    assert.equal(heard.status, 206);
    assert.equal(heard.headers.get('Content-Range'), 'bytes 4-7/10');
    assert.equal(state.fetched, 1);
});

/** What a player that asks for a part gets. @param {ReturnType<typeof phone>['sounds']} sounds @param {string} range */
async function play(sounds, range) {
    /** @type {Promise<unknown>[]} */
    const going = [];
    const heard = await sounds.answer(new Request(SITE + SOUND, { headers: { Range: range } }), 'page-1', (work) => going.push(work));
    await Promise.all(going);
    return heard;
}

/** @param {string} range */
const partOf = (range) => async () =>
    new Response(new Uint8Array(10), { status: 206, headers: { 'Content-Type': 'audio/mp4', 'Content-Range': `bytes ${range}` } });

test('what was heard from its beginning is kept, without another download', async () => {
    const { sounds, state } = phone(partOf('0-9/10'));
    assert.equal((await (await play(sounds, 'bytes=0-')).arrayBuffer()).byteLength, 10);
    assert.deepEqual(state, { fetched: 1, players: 1 });
    const again = await play(sounds, 'bytes=0-');
    assert.equal(again.headers.get('Content-Range'), 'bytes 0-9/10');
    assert.equal(again.headers.get('Content-Type'), 'audio/mp4');
    assert.equal(state.fetched, 1);
});

for (const [what, network] of /** @type {[string, () => Promise<Response>][]} */ ([
    ['a part of it', partOf('4-9/10')],
    ['the beginning of it', partOf('0-4/10')],
    ['a page', async () => new Response('', { headers: { 'Content-Type': 'text/html' } })],
    ['a refusal', async () => new Response('', { status: 404 })],
])) {
    test(`${what} is not kept`, async () => {
        const { sounds, state } = phone(network);
        await play(sounds, 'bytes=0-');
        assert.equal(state.fetched, 1);
        assert.equal(await sounds.isStored(SOUND), false);
    });
}

test('a recording whose network is cut is not kept', async () => {
    const cut = new ReadableStream({ pull: (body) => body.error(new Error('cut')) });
    const { sounds } = phone(async () => new Response(cut, { headers: { 'Content-Type': 'audio/mp4' } }));
    await play(sounds, 'bytes=0-');
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
