import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settled } from '#support/fake-clock.js';
import { answer, html, phone } from '#support/stored-pages.js';

console.warn = () => {};

const LESSON = '/learn/rice/first';

/** A phone that has a lesson, on which time goes by. */
async function readerOf(path = LESSON) {
    const one = phone();
    one.clock.ms = 10;
    one.online(html('chunmei', 'before'));
    await one.open(path);
    one.clock.ms = 20;
    one.online(html('chunmei', 'after'));
    return one;
}

for (const path of [LESSON, `${LESSON}/quiz`, '/learn/words', '/rules', '/rules/honest-price']) {
    test(`${path} is shown at once and renewed behind`, async () => {
        const one = await readerOf(path);
        assert.match(await one.open(path), /before/);
        assert.equal(one.network.fetched, 2);
        assert.match(await one.open(path), /after/);
    });
}

for (const path of ['/practice', '/my-store', '/unsent', '/my-certificate']) {
    test(`${path} shows how things are now`, async () => assert.match(await (await readerOf(path)).open(path), /after/));
}

for (const path of ['/', '/learn', '/learn/paths']) {
    test(`${path} is shown at once, and told of what is newer`, async () => {
        const one = await readerOf(path);
        assert.match(await one.open(path), /before/);
        assert.deepEqual(one.told, [{ renewed: path, over: false }]);
        one.clock.ms = 30;
        assert.match(await one.open(path), /after/);
        assert.equal(one.told.length, 1, 'nothing is newer now');
    });
}

test('home is asked for first once something was changed that shows on it alone, and a lesson is not', async () => {
    const one = await readerOf('/');
    await one.pages().moved();
    one.restart();
    one.clock.ms = 30;
    assert.match(await one.open('/'), /after/);
    const other = await readerOf();
    await other.pages().moved();
    assert.match(await other.open(LESSON), /before/);
});

test('another time of day is no news', async () => {
    const one = phone();
    one.clock.ms = 10;
    const home = (/** @type {string} */ greeting, words = 'the same') =>
        html('chunmei', `<main><span data-greeting data-noon="#">${greeting}</span>${words}</main>`);
    one.online(home('good morning'));
    await one.open('/');
    one.clock.ms = 20;
    one.online(home('good evening'));
    assert.match(await one.open('/'), /morning/);
    one.clock.ms = 30;
    one.online(home('good evening', 'a mentor has spoken'));
    await one.open('/');
    assert.deepEqual(one.told, [{ renewed: '/', over: false }]);
});

for (const [what, happens] of /** @type {[string, (one: ReturnType<typeof phone>) => void][]} */ ([
    ['somebody else is signed in', (one) => one.online(html('laohu', 'his'))],
    ['the session is over', (one) => {
        const redirect = { type: 'opaqueredirect', status: 302, headers: new Headers() };
        one.network.next = async () => {
            await settled();
            return /** @type {any} */ ({ ...redirect, clone: () => redirect });
        };
    }],
])) {
    test(`a home that was shown at once is told if ${what}`, async () => {
        const one = await readerOf('/');
        happens(one);
        await one.open('/');
        assert.deepEqual(one.told, [{ renewed: '/', over: true }]);
    });
}

test('without a network home is shown at once and told nothing', async () => {
    const one = await readerOf('/');
    one.offline();
    assert.match(await one.open('/'), /before/);
    assert.deepEqual(one.told, []);
});

test('a clock that was years ahead delays one page more, and hides nothing', async () => {
    const one = phone();
    one.clock.ms = 1_000_000;
    one.online(html('chunmei', 'ahead'));
    await one.open(LESSON);
    await one.pages().changed();
    one.clock.ms = 10;
    one.online(html('chunmei', 'set right'));
    assert.match(await one.open(LESSON), /right/, 'what was stored ahead of time is not trusted');
    one.clock.ms = 20;
    await one.open('/');
    one.clock.ms = 30;
    await one.open(LESSON);
    one.clock.ms = 40;
    one.online(html('chunmei', 'newer'));
    assert.match(await one.open(LESSON), /right/, 'at once again');
});

test('what was stored before something was changed from this phone is asked for first', async () => {
    const one = await readerOf();
    await one.pages().changed();
    one.restart();
    assert.match(await one.open(LESSON), /after/);
    one.offline();
    assert.match(await one.open(LESSON), /after/);
});

test('another language is asked for, and so is every page after it', async () => {
    const one = await readerOf();
    assert.match(await one.open(`${LESSON}?lang=en`), /after/);
    const other = await readerOf();
    await other.open('/?lang=en');
    other.restart();
    assert.match(await other.open(LESSON), /after/);
});

test('what is looked for leaves every page as it is', async () => {
    const one = await readerOf();
    await one.open('/learn/search?q=%E9%80%80%E8%B4%A7');
    one.restart();
    assert.match(await one.open(LESSON), /before/);
    const other = await readerOf();
    await other.open('/learn/search?q=x&lang=en');
    other.restart();
    assert.match(await other.open(LESSON), /after/);
});

test('a lesson in another language than the page last seen is asked for', async () => {
    const one = await readerOf();
    one.online(html('chunmei', 'home', 'phone', 'en'));
    await one.open('/');
    one.restart();
    one.online(html('chunmei', 'english', 'phone', 'en'));
    assert.match(await one.open(LESSON), /english/);
    one.online(html('chunmei', 'newer', 'phone', 'en'));
    assert.match(await one.open(LESSON), /english/, 'at once');
});

test('a lesson of an earlier version of the application is asked for', async () => {
    const one = await readerOf();
    one.update('v2');
    assert.match(await one.open(LESSON), /after/);
});

test('once it turns out that the session is over, nothing is shown at once', async () => {
    const one = await readerOf();
    one.clock.ms = 30;
    const redirect = { type: 'opaqueredirect', status: 302, headers: new Headers() };
    one.network.next = async () => {
        await settled();
        return /** @type {any} */ ({ ...redirect, clone: () => redirect });
    };
    assert.match(await one.open(LESSON), /before/);
    one.clock.ms = 40;
    assert.equal(await one.open(LESSON), '302');
    one.restart();
    assert.equal(await one.open(LESSON), '302', 'the worker was stopped meanwhile');
    one.clock.ms = 50;
    one.online(html('laohu', 'his'));
    assert.match(await one.open(LESSON), /his/);
    one.online(html('laohu', 'newer'));
    assert.match(await one.open(LESSON), /his/, 'his own at once');
});

test('once the session is over, not even a lesson of a clock set back is shown at once', async () => {
    const one = await readerOf();
    one.clock.ms = 5;
    const redirect = { type: 'opaqueredirect', status: 302, headers: new Headers() };
    one.network.next = () => /** @type {any} */ ({ ...redirect, clone: () => redirect });
    await one.open('/');
    one.restart();
    assert.equal(await one.open(LESSON), '302');
});

test('after a sign-in nothing is shown at once', async () => {
    const one = await readerOf();
    await one.ownership.signedIn();
    one.online(html('laohu', 'his'));
    assert.match(await one.open(LESSON), /his/);
});

test('a lesson that was withdrawn can still be read where it is stored, and says so where it is not', async () => {
    const one = await readerOf();
    one.network.next = () => answer('gone', { status: 404 });
    assert.match(await one.open(LESSON), /before/);
    assert.equal(await one.open('/learn/rice/second'), '404');
});

test('an entry that the browser cannot read any more is fetched again, and without a network says that it is not there', async () => {
    const one = await readerOf();
    const cache = await one.ownership.pagesOf('chunmei');
    const { match } = cache;
    cache.match = () => Promise.reject(new DOMException('spoilt', 'UnknownError'));
    const fetch = one.network.next;
    one.offline();
    assert.equal(await one.open(LESSON), 'offline');
    cache.match = match;
    assert.equal(await one.open(LESSON), 'offline', 'it is gone');
    one.network.next = fetch;
    assert.match(await one.open(LESSON), /after/);
});
