import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MemoryCaches } from '#support/memory-caches.js';
import { createKept, dropKept } from '#js/videos/kept.js';

const PIECE = 512 * 1024;
const BYTES = 2 * PIECE + 100;
const RICE = { video: 'rice', lesson: 'first', title: 'The first sentence', page: '/learn/a/first', bytes: BYTES };
const whole = Uint8Array.from({ length: BYTES }, (_, at) => at % 251);

/** A phone and its county's server. @param {{person?: string, caches?: any}} [phone] */
function phoneOf({ person = 'chunmei', caches = new MemoryCaches() } = {}) {
    const server = { asked: /** @type {string[]} */ ([]), answer: /** @type {() => Response | undefined} */ (() => undefined) };
    const fetch = async (/** @type {any} */ path, /** @type {any} */ { headers, redirect } = {}) => {
        const range = /** @type {string | undefined} */ (headers?.Range);
        server.asked.push(range ?? path);
        const other = server.answer();
        if (other) {
            return other;
        }
        if (redirect === 'manual') {
            return new Response('', { status: 200 });
        }
        if (!range) {
            return path.endsWith('.vtt') ? new Response('', { status: 404 }) : new Response('picture');
        }
        const [, from, to] = /** @type {RegExpExecArray} */ (/^bytes=(\d+)-(\d+)$/.exec(range));
        return new Response(whole.slice(Number(from), Number(to) + 1), { status: 206 });
    };
    return { kept: createKept({ caches, fetch: /** @type {any} */ (fetch), person }), server, caches };
}

test('a video is kept piece by piece, said in bytes, and plays as the whole it was', async () => {
    const { kept } = phoneOf();
    /** @type {number[]} */
    const told = [];
    assert.equal(await kept.keep(RICE, (done) => told.push(done) > 0), 'kept');
    assert.deepEqual(told, [PIECE, 2 * PIECE, BYTES]);
    assert.deepEqual(await kept.list(), [{ ...RICE, done: BYTES }]);
    const blob = await kept.blob('rice');
    assert.deepEqual(new Uint8Array(await /** @type {Blob} */ (blob).arrayBuffer()), whole);
    assert.equal(await (await kept.beside('rice', 'poster.jpg'))?.text(), 'picture');
    assert.equal(await kept.beside('rice', 'captions.vtt'), undefined);
});

test('where the browser refuses its store, the video is played from the network', async (context) => {
    context.mock.method(console, 'warn', () => {});
    const { kept } = phoneOf({ caches: { open: async () => Promise.reject(new DOMException('no store', 'SecurityError')) } });
    assert.deepEqual([await kept.blob('rice'), await kept.beside('rice', 'poster.jpg')], [undefined, undefined]);
});

test('stopped, or cut by the network, it goes on where it was and pays for nothing twice', async (context) => {
    context.mock.method(console, 'warn', () => {});
    const { kept, server } = phoneOf();
    assert.equal(await kept.keep(RICE, () => false), 'stopped');
    assert.equal(await kept.blob('rice'), undefined, 'a part of a video is not played');
    server.asked.length = 0;
    server.answer = () => {
        throw new TypeError('no network');
    };
    assert.equal(await kept.keep(RICE, () => true), 'offline');
    server.answer = () => undefined;
    server.asked.length = 0;
    assert.equal(await kept.keep(RICE, () => true), 'kept');
    const pieces = server.asked.filter((one) => one.startsWith('bytes'));
    assert.deepEqual(pieces, [`bytes=${PIECE}-${2 * PIECE - 1}`, `bytes=${2 * PIECE}-${BYTES - 1}`]);
});

test('a phone that is full in the middle keeps nothing of it, and all that it had before', async () => {
    const { kept, caches } = phoneOf();
    await kept.keep({ ...RICE, video: 'tea', bytes: 100 }, () => true);
    const cache = await caches.open('videos-chunmei');
    const put = cache.put;
    cache.put = async (/** @type {any} */ request, /** @type {Response} */ response) => {
        if (String(request).endsWith(`from=${PIECE}`)) {
            throw new DOMException('no room', 'QuotaExceededError');
        }
        return put(request, response);
    };
    assert.equal(await kept.keep(RICE, () => true), 'full');
    assert.deepEqual((await kept.list()).map(({ video, done }) => `${video} ${done}`), ['tea 100']);
});

test('the end of a sign-in, and a video that was taken back, are told as such', async () => {
    const { kept, server } = phoneOf();
    server.answer = () => new Response('<html>', { headers: { 'Content-Type': 'text/html' } });
    assert.equal(await kept.keep(RICE, () => true), 'signed-out');
    server.answer = () => new Response('', { status: 404 });
    assert.equal(await kept.keep(RICE, () => true), 'gone');
    assert.deepEqual(await kept.list(), []);
});

test('what the county took back goes, what it still shows stays', async () => {
    const { kept, server } = phoneOf();
    await kept.keep(RICE, () => true);
    await kept.removeIfGone('rice');
    assert.equal((await kept.list()).length, 1);
    server.answer = () => new Response('', { status: 404 });
    await kept.removeIfGone('rice');
    assert.equal((await kept.list()).length, 0);
});

test('for want of room all of it goes, whoever keeps it, and nothing else', async () => {
    const { kept, caches } = phoneOf();
    assert.equal(await dropKept(caches), false);
    await kept.list();
    assert.equal(await dropKept(caches), false, 'a look makes an empty cache');
    await (await caches.open('pages-chunmei')).put('/learn', new Response('page'));
    await kept.keep(RICE, () => true);
    assert.equal(await dropKept(caches), true);
    assert.deepEqual([await caches.keys(), await kept.list()], [['pages-chunmei'], []]);
});

test('its bytes are given back at once, though a page still holds it open', async () => {
    const { kept, caches } = phoneOf();
    await kept.keep(RICE, () => true);
    const held = await caches.open('videos-chunmei');
    await dropKept(caches);
    assert.deepEqual(await held.keys(), []);
});

test('where all of it is less than what is needed, it stays', async () => {
    const { kept, caches } = phoneOf();
    await kept.keep(RICE, () => true);
    assert.equal(await dropKept(caches, 3 * PIECE + 1), false);
    assert.equal((await kept.list()).length, 1);
    assert.equal(await dropKept(caches, 2 * PIECE), true);
});

test('what another page drops to make room is not said to be kept, and no more of it is fetched', async () => {
    const { kept, server, caches } = phoneOf();
    const outcome = await kept.keep(RICE, (done) => {
        done === PIECE && dropKept(caches);
        return true;
    });
    assert.equal(outcome, 'full');
    assert.ok(!server.asked.includes(`bytes=${2 * PIECE}-${BYTES - 1}`));
    assert.deepEqual(await kept.list(), []);
});

test('not even where it is dropped before its last piece is put there', async () => {
    const { kept, caches } = phoneOf();
    const cache = await caches.open('videos-chunmei');
    const put = cache.put;
    cache.put = async (/** @type {any} */ request, /** @type {Response} */ response) => {
        if (String(request).endsWith(`from=${2 * PIECE}`)) {
            await dropKept(caches);
        }
        return put(request, response);
    };
    assert.equal(await kept.keep(RICE, () => true), 'full');
});

test('a second person of the phone has none of it, and nobody has it once they came', async () => {
    const { kept, caches } = phoneOf();
    await kept.keep(RICE, () => true);
    const second = phoneOf({ person: 'laohu', caches });
    assert.equal(await second.kept.find('rice'), undefined);
    assert.equal(await second.kept.blob('rice'), undefined);
    await second.kept.removeOthers();
    assert.deepEqual(await kept.list(), []);
});
