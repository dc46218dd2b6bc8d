import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SITE, answer, html, phone } from '#support/stored-pages.js';

console.warn = () => {};

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

test('a page in another language is there, and is fetched ahead again once the reader’s is another', async () => {
    const one = phone();
    one.online(html('chunmei', '课'));
    await one.pages().fetchAhead('/learn/rice/first', false);
    assert.deepEqual(await one.pages().areStored(['/learn/rice/first'], 'zh-CN'), ['current']);
    assert.deepEqual(await one.pages().areStored(['/learn/rice/first'], 'en'), ['older']);
    one.online(html('chunmei', 'home', 'phone', 'en'));
    one.clock.ms = 10;
    await one.open('/?lang=en');
    one.online(html('chunmei', 'lesson', 'phone', 'en'));
    await one.pages().fetchAhead('/learn/rice/first', false);
    assert.deepEqual(await one.pages().areStored(['/learn/rice/first'], 'en'), ['current']);
    one.offline();
    assert.match(await one.open('/learn/rice/first'), /lesson/);
});

test('what is stored says of itself what it is, and no longer how it was packed', async () => {
    const one = phone();
    one.online(html('chunmei', 'x'), { headers: { 'Content-Type': 'text/html', 'Content-Encoding': 'br', 'Content-Length': '7' } });
    await one.pages().fetchAhead('/learn', false);
    const { headers } = await (await one.caches.open('pages-chunmei')).match('/learn');
    assert.deepEqual([...headers].slice(0, 1), [['content-type', 'text/html']]);
    const marks = { 'tianbo-asked': '0', 'tianbo-language': 'zh-CN', 'tianbo-owner': 'chunmei', 'tianbo-version': 'v1' };
    assert.deepEqual([...headers].slice(1), Object.entries(marks));
});

test('a quiz that is closed until tomorrow is shown, and its questions stay stored', async () => {
    const one = phone();
    const quiz = '/learn/rice/first/quiz';
    const closed = html('chunmei', '<section class="stack" data-for-now>');
    one.online(closed);
    assert.match(await one.open(quiz), /data-for-now/);
    one.offline();
    assert.equal(await one.open(quiz), 'offline');
    one.online(html('chunmei', '<form data-quiz>'));
    await one.open(quiz);
    one.online(closed);
    await one.open(quiz);
    one.offline();
    assert.match(await one.open(quiz), /<form data-quiz>/);
});
