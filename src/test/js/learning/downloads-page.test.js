import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDownloads } from '#js/learning/offline/downloads.js';
import { startDownloadsPage } from '#js/learning/offline/downloads-page.js';
import { settled } from '#support/fake-clock.js';
import { at, openPage, textOf } from '#support/page.js';

const ACTIONS = ['take-all', 'pause', 'go-on', 'now', 'renew'];
const SENTENCES = {
    part: '[done] of [of] here', space: '[mb] MB left', 'much-space': '[gb] GB left', running: '[done] of [of]', paused: 'paused',
    offline: 'no network', 'wifi-awaited': 'waits for Wi-Fi', full: 'the phone is full', 'signed-out': 'sign in',
    'some-refused': '[refused] not given', older: 'newer ones', whole: 'all here',
};

const PAGE = `<div id="root" data-base="/ /learn"><p data-lost hidden>the phone deleted courses</p><p data-space hidden></p>
<progress data-bar hidden></progress><p data-status></p><input type="checkbox" data-wifi-only>
<section data-course="rice" data-bundle="/learn/offline/rice" data-pages="/learn/rice/one /learn/rice/two /learn/rice/three">
<p data-part hidden></p><p data-whole hidden>here</p><button data-take></button><button data-remove hidden></button></section>
${ACTIONS.map((action) => `<button data-action="${action}" hidden>${action}</button>`).join('')}
${Object.entries(SENTENCES).map(([name, text]) => `<template data-message="${name}">${text}</template>`).join('')}</div>`;

/**
 * @param {import('node:test').TestContext} context
 * @param {{allowed?: string, free?: number | undefined, taken?: boolean, outcome?: () => Promise<any>, page?: string,
 *     before?: import('#js/learning/offline/downloads.js').Taken}} [phone] `taken`: courses once were
 */
async function open(context, { allowed = 'free', free, taken = false, outcome = async () => 'stored', page = PAGE, before } = {}) {
    openPage(context, page, { path: '/learn/offline' });
    /** @type {Set<string>} */
    const stored = new Set();
    const phone = { allowed, reminded: taken };
    const network = /** @type {any} */ ({
        transferAllowed: async () => phone.allowed,
        isUnmetered: false,
        wifiOnly: async () => false,
        setWifiOnly: async () => {},
        allowNow: () => (phone.allowed = 'free'),
    });
    await startDownloadsPage(at('#root'), {
        downloadsHere: (onChange) => ({
            network,
            downloads: createDownloads({
                pages: {
                    fetch: async (page) => {
                        const went = await outcome();
                        went === 'stored' && stored.add(page);
                        return went;
                    },
                    fetchBundle: async () => 'refused',
                    stored: async (pages) => pages.map((page) => (stored.has(page) ? 'current' : 'absent')),
                    drop: async (pages) => pages.forEach((page) => stored.delete(page)),
                },
                network,
                load: async () => before,
                save: async () => {},
                exclusively: (_name, work) => work(),
                persist: async () => {},
                onChange,
            }),
        }),
        freeBytes: async () => free,
        reminder: { had: () => taken, set: () => (phone.reminded = true) },
    });
    await rest();
    return { phone, stored };
}

async function rest() {
    for (let i = 0; i < 10; i++) {
        await settled();
    }
}

/** @param {string} selector */
async function tap(selector) {
    at(selector).click();
    await rest();
}

/** What can be pressed of all that is done with every course. */
const offered = () => ACTIONS.filter((action) => !at(`[data-action="${action}"]`).hidden);

test('whoever had courses here, and whose phone deleted all it had stored, is told so until they are here again', async (context) => {
    const { phone } = await open(context, { taken: true });
    assert.equal(textOf('[data-lost]'), 'the phone deleted courses');
    await tap('[data-action="take-all"]');
    assert.equal(textOf('[data-lost]'), null);
    assert.equal(textOf('[data-status]'), 'all here');
    assert.equal(textOf('[data-whole]'), 'here');
    assert.equal(phone.reminded, true);
});

for (const [free, said] of /** @type {[number | undefined, string | null][]} */ ([
    [240_000_000, '240 MB left'], [3_400_000_000, '3 GB left'], [undefined, null],
])) {
    test(`of ${free} bytes of room it says: ${said}`, async (context) => {
        await open(context, { free });
        assert.equal(textOf('[data-space]'), said);
    });
}

test('what is under way can be paused, and goes on when told', async (context) => {
    /** @type {((outcome: string) => void)[]} */
    const underWay = [];
    await open(context, { outcome: () => new Promise((arrive) => underWay.push(arrive)) });
    const arrive = async () => {
        underWay.splice(0).forEach((come) => come('stored'));
        await rest();
    };
    await tap('[data-take]');
    assert.deepEqual(offered(), ['pause']);
    assert.equal(textOf('[data-part]'), '0 of 5 here');
    await tap('[data-action="pause"]');
    await arrive();
    assert.deepEqual(offered(), ['go-on']);
    assert.equal(textOf('[data-status]'), 'paused');
    assert.equal(textOf('[data-part]'), '3 of 5 here');
    await tap('[data-action="go-on"]');
    await arrive();
    assert.equal(textOf('[data-status]'), 'all here');
});

test('for Wi-Fi it waits, and whoever pays for it says so', async (context) => {
    await open(context, { allowed: 'wifi-awaited' });
    await tap('[data-take]');
    assert.equal(textOf('[data-status]'), 'waits for Wi-Fi');
    assert.deepEqual(offered(), ['now']);
    await tap('[data-action="now"]');
    assert.equal(textOf('[data-status]'), 'all here');
    await tap('[data-remove]');
    assert.deepEqual(offered(), ['take-all']);
});

for (const [outcome, said] of [['full', 'the phone is full'], ['unreachable', 'no network'], ['signed-out', 'sign in']]) {
    test(`where a page is ${outcome}, "${said}" is said, and one can go on`, async (context) => {
        await open(context, { outcome: async () => outcome });
        await tap('[data-take]');
        assert.equal(textOf('[data-status]'), said);
        assert.deepEqual(offered(), ['go-on']);
    });
}

const IN_BOTH = PAGE.replace('data-base', 'data-other="en" data-base').replace('data-bundle', 'data-other-sounds="" data-bundle')
    .replace('<p data-part', '<input type="checkbox" data-both><p data-part');
const inEnglish = (/** @type {Set<string>} */ stored) => [...stored].filter((page) => page.endsWith('?in=en')).length;

/** @param {boolean} checked */
async function both(checked) {
    const box = /** @type {HTMLInputElement} */ (at('[data-both]'));
    box.checked = checked;
    box.dispatchEvent(new Event('change'));
    await rest();
}

test('a course is taken along in both languages once that is chosen, and in one again', async (context) => {
    const { stored } = await open(context, { page: IN_BOTH });
    await tap('[data-take]');
    assert.deepEqual([stored.size, inEnglish(stored)], [5, 0]);
    await both(true);
    assert.deepEqual([stored.size, inEnglish(stored)], [10, 5]);
    assert.equal(textOf('[data-whole]'), 'here');
    await both(false);
    assert.deepEqual([stored.size, inEnglish(stored)], [5, 0]);
});

test('chosen before, both languages are taken and deleted together', async (context) => {
    const { stored } = await open(context, { page: IN_BOTH });
    await both(true);
    assert.equal(stored.size, 0);
    await tap('[data-take]');
    assert.deepEqual([stored.size, inEnglish(stored)], [10, 5]);
    await tap('[data-remove]');
    assert.equal(stored.size, 0);
});

test('on the next visit, in whichever language, both are still chosen', async (context) => {
    const pages = ['/', '/learn'];
    const courses = [{ slug: 'rice', pages }, { slug: 'rice other', pages: pages.map((page) => `${page}?in=zh-CN`) }];
    await open(context, { page: IN_BOTH, before: { courses, paused: true, whole: false } });
    assert.equal(/** @type {HTMLInputElement} */ (at('[data-both]')).checked, true);
});
