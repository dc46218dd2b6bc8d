import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createOwnership } from '#sw/ownership.js';
import { createPages } from '#sw/pages.js';
import { settled } from '#support/fake-clock.js';
import { MemoryCaches } from '#support/memory-caches.js';

const SITE = 'https://county.example';

console.warn = () => {};

/** @param {string} person @param {string} words @param {string} layout */
const html = (person, words, layout = 'phone') => `<html lang="zh-CN" data-person="${person}"><body class="${layout}">${words}</body>`;
const answer = (/** @type {string} */ body, /** @type {ResponseInit} */ init = {}) =>
    new Response(body, { headers: { 'Content-Type': 'text/html;charset=UTF-8' }, ...init });

function phone() {
    const caches = /** @type {any} */ (new MemoryCaches());
    const ownership = createOwnership({ caches });
    const network = {
        /** @type {() => Promise<Response> | Response} */
        next: () => Promise.reject(new TypeError('no network')),
        /** @type {() => Promise<Response>} */
        small: () => new Promise(() => {}),
        fetched: 0,
    };
    /** @type {(value?: unknown) => void} */
    let lose = () => {};
    /** @type {number[]} */
    const waits = [];
    const patience = (/** @type {number} */ ms) => {
        waits.push(ms);
        return new Promise((resolve) => (lose = resolve));
    };
    const clock = { ms: 0 };
    const versions = { now: 'v1' };
    /** @type {string[]} */
    const kept = [];
    const make = () => createPages({
        caches,
        fetch: async (/** @type {any} */ request) => {
            if (request === '/favicon.svg') {
                return network.small();
            }
            network.fetched++;
            return network.next();
        },
        ownership,
        version: versions.now,
        after: patience,
        now: () => clock.ms,
        offline: async () => new Response('offline'),
        origin: SITE,
        storeContent: async (html) => void kept.push(html),
    });
    let pages = make();
    return {
        caches,
        ownership,
        network,
        losePatience: () => lose(),
        waits,
        clock,
        update(/** @type {string} */ version) {
            versions.now = version;
            pages = make();
        },
        pages: () => pages,
        /** @param {string} path @returns {Promise<string>} what is shown */
        async open(path) {
            /** @type {Promise<unknown>[]} */
            const work = [];
            const response = await pages.answer(new Request(SITE + path), (one) => work.push(one));
            await Promise.all(work);
            return response.redirected || response.status >= 300
                ? (response.headers.get('Location') ?? `${response.status}`)
                : response.text();
        },
        online(/** @type {string} */ body, /** @type {ResponseInit} */ init = {}) {
            network.next = () => answer(body, init);
        },
        offline() {
            network.next = () => Promise.reject(new TypeError('no network'));
        },
    };
}

test('a page seen before is there without a network', async () => {
    const one = phone();
    one.online(html('chunmei', 'lesson'));
    await one.open('/learn');
    one.offline();
    assert.match(await one.open('/learn'), /lesson/);
    assert.equal(await one.open('/practice'), 'offline');
});

test('a page never seen says that there is no network; an attempt leads to the camera, which knows it', async () => {
    const one = phone();
    assert.equal(await one.open('/learn'), 'offline');
    const id = '01a21bcb-6df3-7042-a79b-d3bc136b6b8e';
    assert.equal(await one.open(`/practice/${id}`), `${SITE}/practice/camera#${id}`);
});

test('a network that is slower than 4 seconds gives way to the page as last seen, which is then renewed', async () => {
    const one = phone();
    one.online(html('chunmei', 'old'));
    await one.open('/learn');
    /** @type {(response: Response) => void} */
    let arrive = () => {};
    one.network.next = () => new Promise((resolve) => (arrive = resolve));
    const shown = one.open('/learn');
    await settled();
    one.losePatience();
    await settled();
    arrive(answer(html('chunmei', 'new')));
    assert.match(await shown, /old/);
    one.offline();
    assert.match(await one.open('/learn'), /new/);
});

test('a page never seen waits for a dead network for 4 seconds, then says that there is none, and is there the next time', async () => {
    const one = phone();
    one.network.next = async () => {
        await settled();
        return answer(html('chunmei', 'in time'));
    };
    assert.match(await one.open('/learn'), /in time/);

    /** @type {(response: Response) => void} */
    let arrive = () => {};
    one.network.next = () => new Promise((resolve) => (arrive = resolve));
    const shown = one.open('/practice');
    await settled();
    one.losePatience();
    await settled();
    one.losePatience();
    await settled();
    arrive(answer(html('chunmei', 'late')));
    assert.equal(await shown, 'offline');
    assert.deepEqual(one.waits.slice(-2), [2000, 2000]);
    one.offline();
    assert.match(await one.open('/practice'), /late/);
});

test('a page never seen waits for a slow server, as long as the network answers', async () => {
    const one = phone();
    one.network.small = async () => new Response('');
    /** @type {(response: Response) => void} */
    let arrive = () => {};
    one.network.next = () => new Promise((resolve) => (arrive = resolve));
    const shown = one.open('/practice');
    await settled();
    one.losePatience();
    await settled();
    one.losePatience();
    await settled();
    arrive(answer(html('chunmei', 'slowly made')));
    assert.match(await shown, /slowly made/);
});

test('on a network that accepts and never answers, only the first stored page waits long', async () => {
    const one = phone();
    one.online(html('chunmei', 'lesson'));
    await one.open('/learn');
    /** @type {(response: Response) => void} */
    let arrive = () => {};
    one.network.next = () => new Promise((resolve) => (arrive = resolve));
    const open = async () => {
        const shown = one.open('/learn');
        await settled();
        one.losePatience();
        await settled();
        arrive(new Response('', { status: 503 }));
        return shown;
    };
    assert.match(await open(), /lesson/);
    assert.match(await open(), /lesson/);
    assert.deepEqual(one.waits.slice(-2), [4000, 300]);

    one.clock.ms = 60_000;
    await open();
    assert.equal(one.waits.at(-1), 4000);

    one.online(html('chunmei', 'lesson again'));
    assert.match(await one.open('/learn'), /again/);
    one.network.next = () => new Promise((resolve) => (arrive = resolve));
    await open();
    assert.equal(one.waits.at(-1), 4000);
});

test('while the server is in trouble the page as last seen is shown, and its own words where there is none', async () => {
    const one = phone();
    one.online(html('chunmei', 'lesson'));
    await one.open('/learn');
    one.online('trouble', { status: 503, headers: { 'Content-Type': 'text/html' } });
    assert.match(await one.open('/learn'), /lesson/);
    assert.equal(await one.open('/practice'), '503');
});

test('a page of another person is never shown, and what was stored of the first goes', async () => {
    const one = phone();
    one.online(html('chunmei', 'hers'));
    await one.open('/learn');
    one.online(html('laohu', 'his'));
    await one.open('/practice');
    one.offline();
    assert.equal(await one.open('/learn'), 'offline');
    assert.deepEqual((await one.caches.keys()).filter((/** @type {string} */ name) => name.startsWith('pages-')), ['pages-laohu']);
});

test('after a sign-in nobody is known until the next page says who it was', async () => {
    const one = phone();
    one.online(html('chunmei', 'hers'));
    await one.open('/learn');
    await one.ownership.signedIn();
    one.offline();
    assert.equal(await one.open('/learn'), 'offline');
    one.online(html('chunmei', 'hers again'));
    await one.open('/');
    one.offline();
    assert.match(await one.open('/learn'), /hers/);
});

test('after a sign-out nothing of anybody stays', async () => {
    const one = phone();
    one.online(html('chunmei', 'hers'));
    await one.open('/learn');
    await one.ownership.signedOut();
    one.online(html('chunmei', 'x'), );
    one.offline();
    assert.equal(await one.open('/learn'), 'offline');
    assert.deepEqual(await one.caches.keys(), []);
});

test('a page that was requested before a sign-in is neither shown nor stored: it is requested again', async () => {
    const one = phone();
    const answers = [html('chunmei', 'hers, late'), html('laohu', 'his')];
    one.network.next = async () => {
        const body = answers.shift() ?? '';
        if (body.includes('late')) {
            await one.ownership.signedIn();
        }
        return answer(body);
    };
    assert.match(await one.open('/learn'), /his/);
    assert.equal(one.network.fetched, 2);
    one.offline();
    assert.equal(await one.open('/learn'), 'offline', 'the second answer is for whoever asks next');
});

for (const [what, body, init] of [
    ['of a desk', html('chunmei', 'desk', 'desk'), {}],
    ['without an owner', '<html><body class="phone">sign in</body>', {}],
    ['that is no HTML', html('chunmei', 'x'), { headers: { 'Content-Type': 'application/json' } }],
    ['that is a fault', html('chunmei', 'x'), { status: 404, headers: { 'Content-Type': 'text/html' } }],
]) {
    test(`a page ${what} is not stored`, async () => {
        const one = phone();
        one.online(/** @type {string} */ (body), /** @type {any} */ (init));
        await one.open('/learn');
        one.offline();
        assert.equal(await one.open('/learn'), 'offline');
    });
}

test('a page is fetched ahead once a version, or again when something on it has changed', async () => {
    const one = phone();
    one.online(html('chunmei', 'lesson'));
    await one.pages().fetchAhead('/learn', false);
    await one.pages().fetchAhead('/learn', false);
    assert.equal(one.network.fetched, 1);
    await one.pages().fetchAhead('/learn', true);
    assert.equal(one.network.fetched, 2);
    one.update('v2');
    await one.pages().fetchAhead('/learn', false);
    assert.equal(one.network.fetched, 3);
    assert.deepEqual(await one.pages().versions(), ['v2']);
});

test('fetching ahead says how it went', async () => {
    const one = phone();
    assert.equal(await one.pages().fetchAhead('/learn', false), 'unreachable');
    one.online(html('chunmei', 'lesson'));
    assert.equal(await one.pages().fetchAhead('/learn', false), 'stored');
    one.online('gone', { status: 404 });
    assert.equal(await one.pages().fetchAhead('/learn', false), 'stored');
    assert.equal(await one.pages().fetchAhead('/learn/rice/first', false), 'refused');
    one.online(html('chunmei', 'office', 'desk'));
    assert.equal(await one.pages().fetchAhead('/learn/rice/first', false), 'refused');
    one.network.next = () => /** @type {any} */ ({ type: 'opaqueredirect', status: 0, headers: new Headers() });
    assert.equal(await one.pages().fetchAhead('/learn/rice/first', false), 'signed-out');
});

test('a full phone is said to be full, and keeps what it has', async () => {
    const one = phone();
    one.online(html('chunmei', 'lesson'));
    await one.pages().fetchAhead('/learn', false);
    const cache = await one.ownership.pagesOf('chunmei');
    cache.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    assert.equal(await one.pages().fetchAhead('/practice', false), 'full');
    assert.deepEqual(await one.pages().areStored(['/learn', '/practice']), ['current', 'absent']);
});

test('which pages are stored, of which version, and taking them off the phone', async () => {
    const one = phone();
    assert.deepEqual(await one.pages().areStored(['/learn']), ['absent']);
    one.online(html('chunmei', 'lesson'));
    await one.pages().fetchAhead('/learn', false);
    await one.pages().fetchAhead('/practice', false);
    one.update('v2');
    await one.pages().fetchAhead('/practice', false);
    assert.deepEqual(await one.pages().areStored(['/learn', '/practice', '/unsent']), ['older', 'current', 'absent']);
    await one.pages().drop(['/practice', '/unsent']);
    assert.deepEqual(await one.pages().areStored(['/learn', '/practice']), ['older', 'absent']);
});

test('what is stored says of itself what it is, and no longer how it was packed', async () => {
    const one = phone();
    one.online(html('chunmei', 'x'), { headers: { 'Content-Type': 'text/html', 'Content-Encoding': 'br', 'Content-Length': '7' } });
    await one.pages().fetchAhead('/learn', false);
    const { headers } = await (await one.caches.open('pages-chunmei')).match('/learn');
    assert.deepEqual([...headers], [['content-type', 'text/html'], ['tianbo-owner', 'chunmei'], ['tianbo-version', 'v1']]);
});

test('pages that an earlier version stored in one cache are moved to their owner', async () => {
    const one = phone();
    const headers = { 'Content-Type': 'text/html', 'Tianbo-Owner': 'chunmei' };
    await (await one.caches.open('pages')).put('/learn', answer('old', { headers }));
    await one.pages().moveThoseOfOnePersonCache();
    assert.equal(await one.open('/learn'), 'old');
    assert.equal(await one.caches.has('pages'), false);
});

test('a page of that cache without an owner is dropped, and nobody else loses pages by it', async () => {
    const one = phone();
    await (await one.caches.open('pages')).put('/learn', answer(html('chunmei', 'old'), { headers: { 'Tianbo-Owner': 'chunmei' } }));
    await (await one.caches.open('pages')).put('/practice', answer('nobody'));
    await one.pages().moveThoseOfOnePersonCache();
    assert.match(await one.open('/learn'), /old/);
    assert.equal(await one.open('/practice'), 'offline');
});
