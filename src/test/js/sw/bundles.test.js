import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settled } from '#support/fake-clock.js';
import { answer, html, phone } from '#support/stored-pages.js';

console.warn = () => {};

const BUNDLE = '/learn/offline/rice';
const PAGES = ['/learn/rice/first', '/learn/rice/first/quiz', '/learn/rice/second'];
const page = (/** @type {string} */ path) => `\u001e${path}\n${html('chunmei', `河边的${path}`)}`;
const whole = `${PAGES.map(page).join('')}\u001e`;

/** @param {ReturnType<typeof phone>} one @param {(page: string) => boolean} [goesOn] */
async function fetchBundle(one, goesOn = () => true) {
    /** @type {[string, string][]} */
    const reported = [];
    const outcome = await one.pages().fetchBundle(BUNDLE, (path, gone) => {
        reported.push([path, gone]);
        return goesOn(path);
    });
    return { outcome, reported };
}

test('each page of a bundle is there afterwards, as if it had been opened', async () => {
    const one = phone();
    one.online(whole);
    const { outcome, reported } = await fetchBundle(one);
    assert.equal(outcome, 'stored');
    assert.deepEqual(reported, PAGES.map((path) => [path, 'stored']));
    assert.equal(one.network.fetched, 1);
    one.offline();
    assert.match(await one.open('/learn/rice/first/quiz'), /河边的.*quiz/);
    assert.deepEqual(await one.pages().areStored(PAGES), ['current', 'current', 'current']);
});

test('bytes may come in any pieces; what was cut is not stored, and what came before it is', async () => {
    const bytes = new TextEncoder().encode(whole.slice(0, -20));
    for (const size of [1, 7, 64, 100_000]) {
        const one = phone();
        one.network.next = () => answer(/** @type {any} */ (new ReadableStream({
            start(stream) {
                for (let at = 0; at < bytes.length; at += size) {
                    stream.enqueue(bytes.slice(at, at + size));
                }
                stream.close();
            },
        })));
        const { reported } = await fetchBundle(one);
        assert.deepEqual(reported.map(([path]) => path), PAGES.slice(0, 2));
        assert.deepEqual(await one.pages().areStored(PAGES), ['current', 'current', 'absent']);
    }
});

test('a network that breaks in the middle, or falls silent, is no network; what came stays', async () => {
    for (const ends of ['breaks', 'silent']) {
        const one = phone();
        one.network.next = () => answer(/** @type {any} */ (new ReadableStream({
            start: (stream) => stream.enqueue(new TextEncoder().encode(page(PAGES[0]) + page(PAGES[1]))),
            pull: (stream) => (ends === 'breaks' ? stream.error(new TypeError('network')) : new Promise(() => {})),
        })));
        const fetched = fetchBundle(one);
        await settled();
        await settled();
        one.losePatience();
        assert.equal((await fetched).outcome, 'unreachable');
        assert.equal((await one.pages().areStored(PAGES))[0], 'current');
    }
});

test('a phone that is full in the middle says so, and keeps what it has', async () => {
    const one = phone();
    one.online(html('chunmei', 'home'));
    await one.open('/');
    const cache = await one.ownership.pagesOf('chunmei');
    const { put } = cache;
    cache.put = async (path, response) => {
        if (path === PAGES[1]) {
            throw new DOMException('full', 'QuotaExceededError');
        }
        return put(path, response);
    };
    one.online(whole);
    const { outcome, reported } = await fetchBundle(one);
    assert.equal(outcome, 'full');
    assert.deepEqual(reported, [[PAGES[0], 'stored'], [PAGES[1], 'full']]);
    assert.deepEqual(await one.pages().areStored(PAGES), ['current', 'absent', 'absent']);
});

test('it stops when told, and says when the course is gone, nobody is signed in or there is no network', async () => {
    const one = phone();
    one.online(whole);
    assert.deepEqual((await fetchBundle(one, () => false)).reported, [[PAGES[0], 'stored']]);
    one.online('gone', { status: 404 });
    assert.equal((await fetchBundle(one)).outcome, 'refused');
    one.network.next = () => /** @type {any} */ ({ type: 'opaqueredirect', status: 0, headers: new Headers() });
    assert.equal((await fetchBundle(one)).outcome, 'signed-out');
    one.offline();
    assert.equal((await fetchBundle(one)).outcome, 'unreachable');
});

test('a bundle that was requested before somebody else signed in is not stored for them', async () => {
    const one = phone();
    one.network.next = async () => {
        await one.ownership.signedIn();
        return answer(whole);
    };
    const { outcome } = await fetchBundle(one);
    assert.equal(outcome, 'refused');
    assert.deepEqual(await one.pages().areStored(PAGES), ['absent', 'absent', 'absent']);
});
