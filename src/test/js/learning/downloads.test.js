import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDownloads } from '#js/learning/offline/downloads.js';

/** @typedef {import('#js/learning/offline/downloads.js').Status} Status */
/** @typedef {import('#js/learning/offline/downloads.js').Taken} Taken */

const course = (/** @type {string} */ slug) => ({ slug, pages: ['/', '/learn', `/learn/${slug}/one`, `/learn/${slug}/two`] });
const [camera, store] = ['camera', 'store'].map(course);

/** A phone with a network, a store of pages and room for so many of them. */
function phone({ room = 100 } = {}) {
    /** @type {Map<string, 'current' | 'older'>} */
    const stored = new Map();
    const bundle = /** @type {string[]} */ ([]);
    const network = { allowed: 'free', isUnmetered: false, gives: (/** @type {string} */ _page) => 'stored', bundle };
    /** @type {string[]} */
    const fetched = [];
    /** @type {Taken | undefined} */
    let saved;
    let persisted = 0;
    /** @type {Status[]} */
    const shown = [];
    const make = () => createDownloads({
        pages: {
            fetch: async (page, again) => {
                if (!again && stored.get(page) === 'current') {
                    return 'stored';
                }
                fetched.push(page);
                const outcome = stored.size >= room && !stored.has(page) ? 'full' : network.gives(page);
                if (outcome === 'stored') {
                    stored.set(page, 'current');
                }
                return /** @type {any} */ (outcome);
            },
            fetchBundle: async (bundle, onPage) => {
                fetched.push(bundle);
                /** @type {any} */
                let outcome = 'unreachable';
                for (const page of network.bundle) {
                    outcome = stored.size >= room && !stored.has(page) ? 'full' : network.gives(page);
                    if (outcome === 'stored') {
                        stored.set(page, 'current');
                    }
                    if (!onPage(page, outcome) || outcome !== 'stored') {
                        break;
                    }
                }
                return outcome;
            },
            stored: async (pages) => pages.map((page) => stored.get(page) ?? 'absent'),
            drop: async (pages) => pages.forEach((page) => stored.delete(page)),
        },
        network: /** @type {any} */ ({
            transferAllowed: async () => network.allowed,
            get isUnmetered() {
                return network.isUnmetered;
            },
        }),
        load: async () => structuredClone(saved),
        save: async (taken) => {
            saved = structuredClone(taken);
        },
        exclusively: (_name, work) => work(),
        persist: async () => {
            persisted += 1;
        },
        onChange: (status) => shown.push(status),
    });
    return {
        stored, network, fetched, shown,
        open: async (/** @type {import('#js/learning/offline/downloads.js').Course[]} */ ...offered) => {
            const downloads = make();
            await downloads.open(offered.length ? offered : undefined);
            return downloads;
        },
        last: () => /** @type {Status} */ (shown.at(-1)),
        persisted: () => persisted,
    };
}

test('a course is fetched page by page, each once, and the browser is asked to keep it', async () => {
    const one = phone();
    const downloads = await one.open(camera, store);
    await downloads.take([camera]);

    assert.deepEqual([...one.fetched].sort(), [...camera.pages].sort());
    assert.equal(one.persisted(), 1);
    assert.deepEqual(one.last(), { ...one.last(), state: 'idle', done: 4, of: 4, refused: 0, lost: false });
    assert.deepEqual(one.last().courses.get('camera'), { done: 4, of: 4 });
    const counted = one.shown.map(({ done }) => done);
    assert.deepEqual(counted, [...counted].sort());
    assert.ok(new Set(counted).size > 2, `said meanwhile: ${counted}`);
});

test('what two courses need is fetched once, and stays when one of them is deleted', async () => {
    const one = phone();
    const downloads = await one.open(camera, store);
    await downloads.take([camera, store]);
    assert.equal(one.fetched.length, 6);

    await downloads.remove('camera');

    assert.deepEqual([...one.stored.keys()].sort(), [...store.pages].sort());
    assert.deepEqual([...one.last().courses.keys()], ['store']);
});

test('paused, it stops after the pages that are under way, also for the next page that is opened, and goes on when told', async () => {
    const one = phone();
    const downloads = await one.open(camera, store);
    one.network.gives = () => {
        downloads.pause();
        return 'stored';
    };
    await downloads.take([camera, store]);
    assert.equal(one.last().state, 'paused');
    const before = one.fetched.length;
    assert.ok(before < 6);

    await one.open();
    assert.equal(one.fetched.length, before);

    one.network.gives = () => 'stored';
    await downloads.goOn();
    assert.deepEqual([one.last().state, one.last().done], ['idle', 6]);
});

test('without a network it waits, and goes on by itself on the next page or once there is one', async () => {
    const one = phone();
    let asked = 0;
    one.network.gives = () => (asked++ < 2 ? 'stored' : 'unreachable');
    const downloads = await one.open(camera, store);
    await downloads.take([camera]);
    assert.deepEqual([one.last().state, one.last().done], ['offline', 2]);

    one.network.gives = () => 'stored';
    await downloads.goOnByItself();
    assert.deepEqual([one.last().state, one.last().done], ['idle', 4]);

    one.stored.clear();
    await one.open();
    assert.equal(one.last().done, 4);
});

test('with Wi-Fi only, nothing is fetched until there is Wi-Fi or the person agrees', async () => {
    const one = phone();
    one.network.allowed = 'wifi-awaited';
    const downloads = await one.open(camera);
    await downloads.take([camera]);
    assert.deepEqual([one.last().state, one.fetched.length], ['wifi-awaited', 0]);

    one.network.allowed = 'free';
    await downloads.goOn();
    assert.equal(one.last().done, 4);
});

test('a full phone keeps what fits and says so; with room again it goes on', async () => {
    const one = phone({ room: 3 });
    const downloads = await one.open(camera);
    await downloads.take([camera]);
    assert.deepEqual([one.last().state, one.last().done], ['full', 3]);

    one.stored.delete('/');
    one.network.gives = () => 'stored';
    await downloads.goOn();
    assert.equal(one.last().state, 'full');
});

test('a page that the server does not give holds up no other, is counted, and is tried again when told', async () => {
    const one = phone();
    one.network.gives = (page) => (page === '/learn/camera/one' ? 'refused' : 'stored');
    const downloads = await one.open(camera);
    await downloads.take([camera]);
    assert.deepEqual([one.last().state, one.last().done, one.last().refused], ['idle', 3, 1]);

    one.network.gives = () => 'stored';
    await downloads.goOn();
    assert.deepEqual([one.last().done, one.last().refused], [4, 0]);
});

test('whoever is signed out is told to sign in', async () => {
    const one = phone();
    one.network.gives = () => 'signed-out';
    const downloads = await one.open(camera);
    await downloads.take([camera]);
    assert.equal(one.last().state, 'signed-out');
});

test('what the phone deleted by itself is noticed, said and fetched again; what is new in a course was not lost', async () => {
    const one = phone();
    await (await one.open(camera)).take([camera]);
    const grown = { ...camera, pages: [...camera.pages, '/learn/camera/three'] };
    await one.open(grown);
    assert.equal(one.shown.some(({ lost }) => lost), false);
    assert.equal(one.last().done, 5);

    one.stored.delete('/learn/camera/two');
    await one.open(grown);
    assert.equal(one.shown.some(({ lost }) => lost), true);
    assert.deepEqual([one.last().done, one.last().lost], [5, false]);
});

test('newer pages are fetched quietly where that costs nothing, else when told', async () => {
    const one = phone();
    await (await one.open(camera)).take([camera]);
    camera.pages.forEach((page) => one.stored.set(page, 'older'));
    one.fetched.length = 0;

    const downloads = await one.open(camera);
    assert.deepEqual([one.last().state, one.last().older, one.fetched.length], ['idle', 4, 0]);
    await downloads.renew();
    assert.deepEqual([one.last().older, one.fetched.length], [0, 4]);

    camera.pages.forEach((page) => one.stored.set(page, 'older'));
    one.network.isUnmetered = true;
    await one.open(camera);
    assert.equal(one.last().older, 0);
});

test('a course that is offered no more is forgotten', async () => {
    const one = phone();
    await (await one.open(camera, store)).take([camera, store]);
    await one.open(store);
    assert.deepEqual([...one.last().courses.keys()], ['store']);
});

/** A course of four lessons, whose pages come in one answer. */
const whole = ['one', 'two', 'three', 'four'].flatMap((lesson) => [`/learn/rice/${lesson}`, `/learn/rice/${lesson}/quiz`]);
const rice = { slug: 'rice', bundle: '/learn/offline/rice', pages: ['/', '/rules/honest-price', ...whole] };

test('the lessons and quizzes of a course come in one answer, the rest page by page', async () => {
    const one = phone();
    one.network.bundle = whole;
    const downloads = await one.open(rice);
    await downloads.take([rice]);
    assert.deepEqual(one.fetched, ['/learn/offline/rice?from=one', '/', '/rules/honest-price']);
    assert.deepEqual([one.last().state, one.last().done, one.last().of], ['idle', 10, 10]);
    const counted = one.shown.map(({ done }) => done);
    assert.ok(new Set(counted).size > 8, `said meanwhile: ${counted}`);
});

test('an answer that was cut goes on with the first lesson that lacks a page', async () => {
    const one = phone();
    one.network.bundle = whole;
    one.network.gives = (page) => (page === whole[2] ? 'unreachable' : 'stored');
    const downloads = await one.open(rice);
    await downloads.take([rice]);
    assert.deepEqual([one.last().state, one.last().done], ['offline', 2]);
    one.network.gives = () => 'stored';
    await downloads.goOnByItself();
    assert.equal(one.fetched[1], '/learn/offline/rice?from=two');
    assert.deepEqual([one.last().state, one.last().done], ['idle', 10]);
});

test('paused or full in the middle of an answer, it keeps what has come', async () => {
    const one = phone({ room: 3 });
    one.network.bundle = whole;
    const downloads = await one.open(rice);
    await downloads.take([rice]);
    assert.deepEqual([one.last().state, one.last().done], ['full', 3]);

    const other = phone();
    other.network.bundle = whole;
    const pausing = await other.open(rice);
    other.network.gives = (page) => {
        if (page === whole[4]) {
            pausing.pause();
        }
        return 'stored';
    };
    await pausing.take([rice]);
    assert.deepEqual([other.last().state, other.last().done], ['paused', 5]);
});

test('a lesson that was withdrawn meanwhile is said, and the others are there', async () => {
    const one = phone();
    one.network.bundle = whole.slice(0, 6);
    one.network.gives = (page) => (page.includes('/four') ? 'refused' : 'stored');
    const downloads = await one.open(rice);
    await downloads.take([rice]);
    assert.deepEqual([one.last().state, one.last().done, one.last().refused], ['idle', 8, 2]);
});

test('a course in both languages is two, each with an answer of its own, and one may be deleted without the other', async () => {
    const one = phone();
    const inOther = (/** @type {string} */ address) => `${address}?in=en`;
    const other = { slug: 'rice other', bundle: inOther(rice.bundle), pages: rice.pages.map(inOther) };
    one.network.bundle = whole;
    const downloads = await one.open(rice, other);
    await downloads.take([rice]);
    one.fetched.length = 0;
    one.network.bundle = whole.map(inOther);
    await downloads.take([other]);
    assert.deepEqual(one.fetched, ['/learn/offline/rice?in=en&from=one', '/?in=en', '/rules/honest-price?in=en']);
    assert.deepEqual([one.last().state, one.last().done, one.last().of], ['idle', 20, 20]);

    await downloads.remove('rice other');
    assert.deepEqual([...one.stored.keys()].sort(), [...rice.pages].sort());
});
