import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settled } from '#support/fake-clock.js';
import { SITE, answer, html, reader } from '#support/stored-pages.js';

console.warn = () => {};

const LESSON = '/learn/rice/first';
const LATER = '/learn/offline';
test('without a network the switch shows the page that is kept in the other language, and back', async () => {
    const one = reader();
    await one.open(LESSON);
    await one.open(`${LESSON}?lang=en`);
    one.offline();
    assert.match(await one.open(`${LESSON}?lang=zh-CN`), /first in zh-CN/);
    assert.match(await one.open(LESSON), /first in zh-CN/);
    assert.match(await one.open(`${LESSON}?lang=en`), /first in en/);
    one.restart();
    assert.match(await one.open(LESSON), /first in en/);
});

test('where the other language is not kept, words say when it comes, and the page is there as it was', async () => {
    const one = reader();
    await one.open(LATER);
    await one.open(LESSON);
    one.offline();
    assert.equal(await one.open(`${LESSON}?lang=en`), `${SITE}/learn/offline#later-en`);
    assert.match(await one.open(LESSON), /first in zh-CN/);
    assert.match(await one.open(`${LESSON}?lang=zh-CN`), /first in zh-CN/);
});

for (const path of [LESSON, '/narration/zh', '/visits']) {
    test(`whoever has no page with these words stays on the one they have: ${path}`, async () => {
        const one = reader();
        await one.open(path);
        one.offline();
        assert.match(await one.open(`${path}?lang=en`), /in zh-CN/);
        one.online();
        assert.match(await one.open(path), /in en/);
    });
}

test('on a slow network the language that was just chosen is waited for as on any other', async () => {
    const one = reader();
    await one.open('/practice');
    const { next } = one.network;
    one.network.next = () => new Promise(() => {});
    one.phone.pages().answer(new Request(`${SITE}/practice`), () => {});
    await settled();
    one.phone.losePatience();
    await settled();
    one.phone.pages().answer(new Request(`${SITE}/practice`), () => {});
    await settled();
    assert.equal(one.waits.at(-1), 300);
    one.network.next = next;
    assert.match(await one.open('/practice?lang=en'), /in en/);
    assert.equal(one.waits.at(-1), 4000);
});

test('a server that fails when a language is chosen leads to the words that say when it comes', async () => {
    const one = reader();
    await one.open(LATER);
    await one.open(LESSON);
    one.network.next = () => new Response('', { status: 503 });
    assert.equal(await one.open(`${LESSON}?lang=en`), `${SITE}/learn/offline#later-en`);
});

test('a page that was never seen says that there is no network', async () => {
    const one = reader();
    await one.open('/');
    one.offline();
    assert.equal(await one.open(`${LESSON}?lang=en`), 'offline');
});

test('the wish outlives the worker, and the next page from the network is asked for in that language; once', async () => {
    const one = reader();
    await one.open(LESSON);
    one.offline();
    await one.open(`${LESSON}?lang=en`);
    one.restart();
    one.online();
    assert.match(await one.open('/learn'), /in en/);
    assert.equal(one.network.asked.at(-1), '/learn?lang=en');
    assert.equal(one.choice(), 'en');
    await one.open('/practice');
    assert.equal(one.network.asked.at(-1), '/practice');
    assert.match(await one.open(LESSON), /in en/);
});

test('what is fetched ahead first after the network is back applies the wish and does not undo it', async () => {
    const one = reader();
    await one.open(LESSON);
    one.offline();
    await one.open(`${LESSON}?lang=en`);
    one.online();
    one.clock.ms += 10;
    assert.equal(await one.pages().fetchAhead('/', true), 'stored');
    assert.equal(one.network.asked.at(-1), '/?lang=en');
    assert.match(await one.open('/'), /in en/);
});

test('a page that was asked for before the switch and comes late does not undo it', async () => {
    const one = reader();
    await one.open(LESSON);
    let arrive = () => {};
    one.network.next = () => new Promise((resolve) => (arrive = () => resolve(answer(html('chunmei', '<h1>late</h1>')))));
    const late = one.pages().fetchAhead('/learn', true);
    await settled();
    one.offline();
    await one.open(`${LESSON}?lang=en`);
    arrive();
    assert.equal(await late, 'stored');
    one.online();
    assert.match(await one.open(LESSON), /in en/);
});

test('whoever changes their mind without a network stays where they were', async () => {
    const one = reader();
    await one.open(LESSON);
    one.offline();
    await one.open(`${LESSON}?lang=en`);
    assert.match(await one.open(`${LESSON}?lang=zh-CN`), /first in zh-CN/);
    one.online();
    assert.match(await one.open('/learn'), /in zh-CN/);
    assert.equal(one.choice(), 'zh-CN');
});

test('the wish of one person is not that of the next', async () => {
    const one = reader();
    await one.open(LESSON);
    one.offline();
    await one.open(`${LESSON}?lang=en`);
    await one.phone.ownership.signedIn();
    one.online();
    await one.open('/learn');
    assert.equal(one.network.asked.at(-1), '/learn');
});

test('pages taken along in the other language are there, and leave the reader’s as it is', async () => {
    const one = reader();
    await one.open(LESSON);
    one.clock.ms += 10;
    assert.equal(await one.pages().fetchAhead(`${LESSON}?in=en`, false), 'stored');
    assert.equal(await one.pages().fetchAhead('/learn/rice/second?in=en', false), 'stored');
    assert.equal(await one.pages().fetchAhead('/learn/rice/second', false), 'stored');
    assert.deepEqual(
        await one.pages().areStored([LESSON, `${LESSON}?in=en`, '/learn/rice/second', '/learn/rice/third?in=en'], 'zh-CN'),
        ['current', 'current', 'current', 'absent']);
    const asked = one.network.fetched;
    await one.pages().fetchAhead(`${LESSON}?in=en`, false);
    assert.equal(one.network.fetched, asked, 'it is there');
    assert.equal(one.choice(), 'zh-CN');
    one.offline();
    assert.match(await one.open('/learn/rice/second'), /in zh-CN/);
    assert.match(await one.open(`${LESSON}?lang=en`), /first in en/);
    assert.match(await one.open('/learn/rice/second'), /in en/);
});

test('what is taken along in the other language first is not the reader’s, and better than nothing', async () => {
    const one = reader();
    await one.open('/learn');
    one.clock.ms += 10;
    assert.equal(await one.pages().fetchAhead(`${LESSON}?in=en`, false), 'stored');
    assert.deepEqual(await one.pages().areStored([LESSON, `${LESSON}?in=en`], 'zh-CN'), ['absent', 'current']);
    assert.deepEqual(await one.pages().areStored([LESSON], 'en'), ['current']);
    one.offline();
    assert.match(await one.open(LESSON), /first in en/);
    one.online();
    assert.match(await one.open(LESSON), /first in zh-CN/);
    one.offline();
    assert.match(await one.open(`${LESSON}?lang=en`), /first in en/);
});

test('a quiz that is closed for now is not there in a language that was not seen', async () => {
    const one = reader();
    const quiz = `${LESSON}/quiz`;
    await one.open(quiz);
    one.network.next = () => answer(html('chunmei', '<section data-for-now>tomorrow</section>', 'phone', 'en'));
    assert.equal(await one.pages().fetchAhead(`${quiz}?in=en`, false), 'refused');
    assert.deepEqual(await one.pages().areStored([quiz, `${quiz}?in=en`], 'zh-CN'), ['current', 'absent']);
    one.network.next = () => answer(html('chunmei', '<section data-for-now>tomorrow</section>'));
    assert.equal(await one.pages().fetchAhead(quiz, true), 'stored');
});

test('a phone that is full keeps the page in the language it has', async () => {
    const one = reader();
    await one.open(LESSON);
    const cache = await one.phone.ownership.pagesOf('chunmei');
    const { put } = cache;
    cache.put = async (request, response) => {
        if (String(request).includes('?in=')) {
            throw new DOMException('', 'QuotaExceededError');
        }
        return put(request, response);
    };
    assert.match(await one.open(`${LESSON}?lang=en`), /in en/);
    assert.equal(await one.pages().fetchAhead(LESSON, true), 'full');
    assert.match(await (await cache.match(LESSON))?.text() ?? '', /in zh-CN/);
});

test('a bundle in the other language is stored beside, page by page', async () => {
    const one = reader();
    await one.open(LESSON);
    const page = (/** @type {string} */ path) => `\u001e${path}\n${html('chunmei', `<h1>${path} in en</h1>`, 'phone', 'en')}`;
    one.network.next = () => answer(`${page(LESSON)}${page(`${LESSON}/quiz`)}\u001e`);
    one.clock.ms += 10;
    /** @type {string[]} */
    const told = [];
    assert.equal(await one.pages().fetchBundle('/learn/offline/rice?in=en&from=first', (address) => told.push(address) > 0), 'stored');
    assert.deepEqual(told, [`${LESSON}?in=en`, `${LESSON}/quiz?in=en`]);
    one.offline();
    assert.match(await one.open(LESSON), /in zh-CN/);
    assert.match(await one.open(`${LESSON}/quiz?lang=en`), /quiz in en/);
});

test('a page is taken off the phone in both languages, or in the one that is named', async () => {
    const one = reader();
    for (const address of [LESSON, '/rules']) {
        await one.open(address);
        await one.pages().fetchAhead(`${address}?in=en`, false);
    }
    await one.pages().drop([`${LESSON}?in=en`, '/rules']);
    const cache = await one.phone.ownership.pagesOf('chunmei');
    assert.deepEqual((await cache.keys()).map(({ url }) => url.replace(SITE, '')), [LESSON]);
});

test('what an earlier version stored without a word of its language is replaced', async () => {
    const one = reader();
    await one.open('/');
    const cache = await one.phone.ownership.pagesOf('chunmei');
    await cache.put(LESSON, answer(html('chunmei', 'old')));
    await one.open(LESSON);
    assert.deepEqual((await cache.keys()).map(({ url }) => url.replace(SITE, '')), ['/', LESSON]);
});
