import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { startSearchPage } from '#js/learning/search/search-page.js';
import { at, openPage, submitBy, textOf, type } from '#support/page.js';

const { indexes } = JSON.parse(readFileSync(new URL('../../../resources/lesson-search.json', import.meta.url), 'utf8'));

const PAGE = `
<form data-find data-pack="/learn/search/zh-0123456789abcdef.json"><input type="search" name="q" value=""><button>find</button></form>
<p data-no-index hidden>none</p><p data-said></p><p data-instead hidden></p><ol data-found hidden></ol><p data-more hidden></p>
<section data-suggested><a data-word="退货" href="/learn/search?q=x">退货</a></section>
<template data-result><li><a href="/learn"><span data-word-tag>word</span><strong data-title></strong><span data-place></span><span
data-says></span></a></li></template>
<template data-message="found">[count] found</template><template data-message="loose">nearly:</template>
<template data-message="nothing">no [typed]</template>`;

/** @param {import('node:test').TestContext} context @param {{path?: string, fetch?: () => Promise<Response>}} [options] */
async function open(context, { path = '/learn/search', fetch = async () => Response.json(indexes.zh) } = {}) {
    const page = openPage(context, PAGE, { path });
    /** @type {string[]} */
    const fragments = [];
    await startSearchPage({ fetch, remember: (fragment) => fragments.push(fragment) });
    return { page, fragments };
}

test('what is looked for is listed, with the place in the lesson and the words marked', async (context) => {
    const { fragments } = await open(context);
    type('input', 'yinhang');
    submitBy('button');
    assert.equal(textOf('[data-said]'), '1 found');
    assert.equal(at('[data-found] a').getAttribute('href'), '/learn/b/set-a-fair-price#step-1');
    assert.equal(at('[data-place] mark').textContent, '银行');
    assert.equal(textOf('[data-suggested]'), null);
    assert.deepEqual(fragments, ['#yinhang']);
});

test('nothing found says so and shows what else to try', async (context) => {
    await open(context);
    type('input', '飞机场');
    submitBy('button');
    assert.equal(textOf('[data-said]'), 'no 飞机场');
    assert.notEqual(textOf('[data-instead]'), null);
    assert.notEqual(textOf('[data-suggested]'), null);
});

test('a suggestion is looked for', async (context) => {
    await open(context);
    at('[data-word]').click();
    assert.equal(/** @type {HTMLInputElement} */ (at('input')).value, '退货');
    assert.equal(textOf('[data-title]'), '退货别慌');
});

test('whoever comes back from a lesson finds what they had looked for', async (context) => {
    await open(context, { path: `/learn/search#${encodeURIComponent('怎么定价')}` });
    assert.equal(textOf('[data-said]'), 'nearly: 1 found');
});

/** Somebody who asks while the index is on its way. @param {import('node:test').TestContext} context */
function asksEarly(context) {
    openPage(context, PAGE, { path: '/learn/search' });
    /** @type {(index: Response) => void} */
    let come = () => {};
    const coming = new Promise((resolve) => (come = resolve));
    const asked = { server: 0 };
    const started = startSearchPage({ fetch: () => coming, remember: () => {}, askServer: () => asked.server++ });
    return { asked, come: () => (come(Response.json(indexes.zh)), started) };
}

test('what is asked before the index has come is found when it comes', async (context) => {
    const { asked, come } = asksEarly(context);
    type('input', 'yinhang');
    submitBy('button');
    await come();
    assert.equal(textOf('[data-said]'), '1 found');
    assert.equal(asked.server, 0);
});

test('a suggestion that is tapped before the index has come is looked for too', async (context) => {
    const { come } = asksEarly(context);
    at('[data-word]').click();
    await come();
    assert.equal(textOf('[data-title]'), '退货别慌');
});

test('what was asked by the address is looked for on the page as it is kept', async (context) => {
    await open(context, { path: '/learn/search?q=%E9%80%80%E8%B4%A7' });
    assert.equal(textOf('[data-title]'), '退货别慌');
});

test('what the server found stays as it is', async (context) => {
    const sent = PAGE.replace('value=""', 'value="直播"').replace('data-found hidden>', 'data-found><li id="sent"></li>');
    openPage(context, sent);
    await startSearchPage({ fetch: async () => Response.json(indexes.zh), remember: () => {} });
    assert.equal(at('[data-found]').firstElementChild?.id, 'sent');
});

test('a fragment that nobody typed is overlooked', async (context) => {
    await open(context, { path: '/learn/search#%E7' });
    assert.equal(textOf('[data-said]'), '');
});

test('without an index the form goes to the server, and without a network the page says why nothing is found', async (context) => {
    const fetch = async () => new Response('sign in', { status: 200 });
    const { page } = await open(context, { fetch });
    assert.equal(textOf('[data-no-index]'), null);
    page.phone.onLine = false;
    await startSearchPage({ fetch, remember: () => {} });
    assert.notEqual(textOf('[data-no-index]'), null);
});
