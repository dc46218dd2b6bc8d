import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outboxStore } from '#app/outbox-store.js';
import { MemoryCaches } from '#support/memory-caches.js';
import { newPhone } from '#support/memory-indexed-db.js';

/** The service worker as a whole: what it does with each event. */

const SITE = 'https://county.example';
/** @type {any} */
const scope = globalThis;
/** @type {Record<string, (event: any) => void>} */
const listeners = {};
/** @type {string[]} */
let fetched = [];
/** The same with what follows the path. @type {string[]} */
let asked = [];
/** @type {(path: string) => Response | Promise<Response>} */
let network = () => new Response('');

console.warn = () => {};
const page = (/** @type {string} */ path) =>
    new Response(`<html data-person="chunmei"><body class="phone">${path}</body>`, { headers: { 'Content-Type': 'text/html' } });
const fetching = async (/** @type {any} */ request) => {
    const { pathname: path, search } = new URL(request.url ?? request, SITE);
    fetched.push(path);
    asked.push(path + search);
    return network(path);
};
const caches = new MemoryCaches(fetching);
scope.self = scope;
scope.location = new URL(SITE);
scope.caches = caches;
scope.fetch = fetching;
scope.__ASSETS__ = { version: 'v1', urls: ['/assets/app-1.js'] };
/** @type {unknown[]} */
const told = [];
scope.clients = {
    claim: async () => {},
    get: async (/** @type {string} */ id) =>
        (id === 'opened' ? { postMessage: (/** @type {unknown} */ one) => told.push(one) } : undefined),
};
scope.skipWaiting = async () => {};
scope.addEventListener = (/** @type {string} */ kind, /** @type {(event: any) => void} */ listener) => (listeners[kind] = listener);
await import('../../../main/web/sw.js');

/** @param {string} kind @param {object} [members] @returns {Promise<Response | undefined>} the answer, once all work is done */
async function dispatch(kind, members = {}) {
    /** @type {Promise<unknown>[]} */
    const work = [];
    /** @type {Promise<Response> | undefined} */
    let answer;
    fetched = [];
    listeners[kind]({
        ...members,
        waitUntil: (/** @type {Promise<unknown>} */ one) => work.push(one),
        respondWith: (/** @type {Promise<Response>} */ one) => (answer = one),
    });
    await Promise.all(work);
    const response = await answer;
    await Promise.all(work);
    return response;
}

/** @param {string} path @param {string} [method] */
const navigation = (path, method = 'GET') =>
    dispatch('fetch', {
        request: { url: SITE + path, method, mode: 'navigate', headers: new Headers() },
        clientId: '',
        resultingClientId: 'opened',
    });

test('installed, it has what a phone needs without network', async () => {
    network = (path) => new Response(path);
    await dispatch('install');
    assert.deepEqual(fetched, ['/assets/app-1.js', '/offline']);
});

test('a message stores the trainee’s pages among those it names', async () => {
    network = page;
    await dispatch('message', { data: { pages: ['/learn', '/practice/new', '/stores', '/auth/'] } });
    assert.deepEqual(fetched, ['/learn', '/practice/new']);

    network = () => Promise.reject(new TypeError('no network'));
    assert.match(await (await navigation('/practice/new'))?.text() ?? '', /\/practice\/new/);
});

test('the second page of a visit has the rest of the road fetched ahead, once', async () => {
    network = page;
    await dispatch('message', { data: { pages: ['/learn'] } });
    assert.equal(fetched[0], '/practice', 'a page was opened before');
    assert.ok(fetched.includes('/practice/camera') && fetched.includes('/my-certificate'));
    assert.ok(!fetched.includes('/practice/new'), 'it is stored already');
    await dispatch('message', { data: { pages: ['/learn'] } });
    assert.deepEqual(fetched, []);
});

test('a page that is stored already is fetched again only if that is requested', async () => {
    network = page;
    await dispatch('message', { data: { pages: ['/learn'] } });
    assert.deepEqual(fetched, []);
    await dispatch('message', { data: { pages: ['/learn'], again: true } });
    assert.deepEqual(fetched, ['/learn']);
});

test('a message stores a film with its poster and captions', async () => {
    network = (path) => new Response(path);
    await dispatch('message', { data: { film: '/films/rice-0123456789abcdef.mp4' } });
    assert.deepEqual(fetched, ['mp4', 'svg', 'zh.vtt', 'en.vtt'].map((ending) => `/films/rice-0123456789abcdef.${ending}`));
});

test('a message with a port is answered there', async () => {
    /** @type {unknown[]} */
    const answers = [];
    const ports = [{ postMessage: (/** @type {unknown} */ answer) => answers.push(answer) }];
    network = page;
    await dispatch('message', { ports, data: { pages: ['/learn/rice/one'] } });
    await dispatch('message', { ports, data: { stored: ['/learn/rice/one', '/learn/rice/two'] } });
    await dispatch('message', { ports, data: { drop: ['/learn/rice/one'] } });
    await dispatch('message', { ports, data: { stored: ['/learn/rice/one'] } });
    assert.deepEqual(answers, [['stored'], ['current', 'absent'], [], ['absent']]);
});

test('a message of another version is ignored', async () => {
    await dispatch('message', { data: { kind: 'unknown' } });
    await dispatch('message', { data: null });
    assert.deepEqual(fetched, []);
});

test('calls of the API are left to the browser', async () => {
    const request = { url: `${SITE}/api/me`, method: 'GET', mode: 'cors', headers: new Headers() };
    assert.equal(await dispatch('fetch', { request, clientId: '' }), undefined);
});

/** @param {string} path @param {string[]} types of records */
const sends = (path, ...types) => {
    const clone = () => Response.json({ records: types.map((type) => ({ type })) });
    return dispatch('fetch', { request: { url: SITE + path, method: 'POST', mode: 'cors', headers: new Headers(), clone }, clientId: '' });
};

/** Whether a lesson that is stored is shown although the network has a newer one. */
async function isShownAtOnce() {
    const shown = await (await navigation('/learn/rice/one'))?.text() ?? '';
    return !shown.includes('newer');
}

async function storeLesson() {
    network = page;
    await dispatch('message', { data: { pages: ['/learn/rice/one'], again: true } });
    network = () => page('newer');
}

test('what is only counted leaves lessons to be shown at once; what shows on them does not', async (context) => {
    let ms = Date.now();
    // Nothing happens in the same millisecond as what was before it.
    context.mock.method(Date, 'now', () => ++ms);
    await storeLesson();
    await sends('/api/sync', 'lesson.opened', 'lesson.watched');
    await sends('/api/attempts/a/takes/b/chunks/1');
    assert.ok(await isShownAtOnce());
    for (const type of ['lesson.completed', 'quiz.submitted']) {
        await storeLesson();
        await sends('/api/sync', 'lesson.opened', type);
        assert.ok(!(await isShownAtOnce()), type);
    }
    await storeLesson();
    await navigation('/settings', 'POST');
    assert.ok(!(await isShownAtOnce()), 'a form');
});

test('a home that was shown as it was stored is told of a newer one, and asked for after a call that shows on it', async (context) => {
    let ms = Date.now();
    context.mock.method(Date, 'now', () => ++ms);
    network = page;
    // The clock of the test before may have been ahead.
    await dispatch('message', { data: { pages: ['/'], again: true } });
    await dispatch('message', { data: { pages: ['/'], again: true } });
    network = () => page('newer');
    assert.match(await (await navigation('/'))?.text() ?? '', />\/</);
    assert.deepEqual(told, [{ renewed: '/', over: false }]);
    network = () => page('newest');
    await sends('/api/attempts/a/takes/b/chunks/1');
    assert.match(await (await navigation('/'))?.text() ?? '', /newer/);
    network = () => page('of now');
    await sends('/api/attempts/a/submit');
    assert.match(await (await navigation('/'))?.text() ?? '', /of now/);
});

test('what the browser has sent in the background renews the pages that show it', async (context) => {
    let ms = Date.now();
    context.mock.method(Date, 'now', () => ++ms);
    newPhone();
    await storeLesson();
    const done = { id: 'a', type: 'lesson.completed', at: new Date(ms).toISOString(), data: {}, person: 'chunmei' };
    await outboxStore.add(done);
    const accepted = { results: [{ id: 'a', status: 'accepted' }] };
    network = (path) => path === '/api/me' ? Response.json({ id: 'chunmei' }) : path === '/api/sync' ? Response.json(accepted) : page(path);
    await dispatch('sync');
    assert.deepEqual(fetched, ['/api/me', '/api/sync', '/', '/learn']);
    network = () => page('newer');
    assert.ok(!(await isShownAtOnce()));
});

test('without network a page of the office leads to the notice', async () => {
    network = () => Promise.reject(new TypeError('no network'));
    assert.equal(await (await navigation('/stores'))?.text(), '/offline');
});

test('a language that is chosen on a page of the office replaces the wish from when there was no network', async (context) => {
    let ms = Date.now();
    context.mock.method(Date, 'now', () => ++ms);
    network = () => Promise.reject(new TypeError('no network'));
    await navigation('/learn?lang=en');
    await navigation('/settings');
    network = page;
    await navigation('/settings?lang=zh-CN');
    asked = [];
    await navigation('/practice');
    assert.deepEqual(asked, ['/practice?lang=zh-CN']);
});

test('a sign-out that fails leaves the pages; one that succeeds drops them', async () => {
    network = () => new Response('', { status: 500 });
    await navigation('/sign-out', 'POST');
    network = () => Promise.reject(new TypeError('no network'));
    assert.match(await (await navigation('/learn'))?.text() ?? '', /\/learn/);

    network = () => new Response('');
    await navigation('/sign-out', 'POST');
    network = () => Promise.reject(new TypeError('no network'));
    assert.equal(await (await navigation('/learn'))?.text(), '/offline');
});

test('activated, it drops the assets of versions that no stored page names', async () => {
    await caches.open('assets-v0');
    await dispatch('activate');
    assert.deepEqual((await caches.keys()).filter((name) => name.startsWith('assets-')), ['assets-v1']);
});

test('an update arrives quietly: a page with a half-done quiz or recording is told nothing and keeps what it names', async () => {
    const QUIZ = '/learn/rice/first/quiz';
    const script = (/** @type {string} */ version) => `/assets/quiz-${version}.js`;
    const named = (/** @type {string} */ version) => (/** @type {string} */ path) => (path.startsWith('/assets/')
        ? new Response(path)
        : new Response(`<html data-person="chunmei"><body class="phone">${version}<script src="${script(version)}"></script></body>`, {
            headers: { 'Content-Type': 'text/html' } }));
    const opened = async () => (await navigation(QUIZ))?.text();
    const answered = async (/** @type {string} */ path) =>
        (await dispatch('fetch', { request: new Request(SITE + path), clientId: 'opened' }))?.text();
    /** The browser has found another service worker. @param {string} version */
    const update = async (version) => {
        network = named(version);
        scope.__ASSETS__ = { version, urls: [`/assets/app-${version}.js`] };
        const worker = `../../../main/web/sw.js?${version}`;
        await import(worker);
        await dispatch('install');
        await dispatch('activate');
    };
    network = named('v1');
    await opened();
    told.length = 0;

    await update('v2');
    assert.deepEqual([told, fetched], [[], []]);
    network = () => Promise.reject(new TypeError('no network'));
    assert.match(await opened() ?? '', /v1/);
    assert.equal(await answered(script('v1')), script('v1'));

    network = named('v2');
    await opened();
    await update('v3');
    network = () => Promise.reject(new TypeError('no network'));
    assert.match(await opened() ?? '', /v2/);
    assert.equal(await answered(script('v2')), script('v2'));
    // No page that is kept names it.
    await assert.rejects(answered(script('v1')));
});
