import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HostLive } from '#js/practice/live/host-live.js';
import { openPage } from '#support/page.js';

const REMOVAL = `<template data-line="comment"><li><b data-who></b><span data-words></span><button></button></li></template>
<dialog data-confirm="viewer"><p data-comment></p></dialog><template data-message="somebody">somebody</template>
<template data-message="comment-not-removed">not removed</template>`;
const STAGE = '<section data-stage="recording"><ul data-comments hidden></ul><span data-watching hidden></span></section>';

/** @param {import('node:test').TestContext} context */
function host(context) {
    openPage(context, STAGE);
    /** @type {unknown[]} */
    const told = [];
    const events = new EventTarget();
    const network = { on: true };
    const http = {
        call: async (/** @type {string} */ method, /** @type {string} */ path, /** @type {any} */ { json }) => {
            if (!network.on) {
                throw new Error('no network');
            }
            told.push([method, path, json]);
        },
    };
    const stage = /** @type {HTMLElement} */ (document.querySelector('[data-stage]'));
    const live = new HostLive('a1', stage, { http, open: () => /** @type {any} */ (events) });
    return { live, told, events, network };
}

/** Answers that are there already are read. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

test('viewers are told of a step and a product once, however often the page says it', async (context) => {
    const { live, told } = host(context);
    live.step('hook');
    live.product(1);
    live.product(1);
    await settled();
    live.product(2);
    assert.deepEqual(told, [
        ['PUT', '/api/attempts/a1/live/step', { ref: 'hook' }],
        ['PUT', '/api/attempts/a1/live/product', { number: 1 }],
        ['PUT', '/api/attempts/a1/live/product', { number: 2 }],
    ]);
});

test('what could not be told without a network is told when there is one, as it is then', async (context) => {
    const { live, told, events, network } = host(context);
    network.on = false;
    live.step('hook');
    live.step('price');
    live.product(2);
    await settled();
    network.on = true;
    events.dispatchEvent(new Event('open'));
    await settled();
    events.dispatchEvent(new Event('open'));
    assert.deepEqual(told, [
        ['PUT', '/api/attempts/a1/live/step', { ref: 'price' }],
        ['PUT', '/api/attempts/a1/live/product', { number: 2 }],
    ]);
});

test('a comment that could not be removed comes back, and the host is told', async (context) => {
    const { events, network } = host(context);
    document.body.insertAdjacentHTML('beforeend', REMOVAL);
    const dialog = /** @type {any} */ (document.querySelector('dialog'));
    dialog.showModal = () => setTimeout(() => {
        dialog.returnValue = 'comment';
        dialog.dispatchEvent(new Event('close'));
    });
    const comment = { number: 4, name: '', words: 'dear', viewer: 'v1' };
    events.dispatchEvent(Object.assign(new Event('comment'), { data: JSON.stringify(comment) }));
    const item = /** @type {HTMLElement} */ (document.querySelector('[data-number="4"]'));
    network.on = false;
    item.querySelector('button')?.click();
    await settled();
    await settled();
    await settled();
    assert.equal(item.hidden, false);
    assert.equal(document.querySelector('.toast')?.textContent, 'not removed');
});

test('a script that somebody writes as a comment is words to the host, and nothing more', (context) => {
    const { events } = host(context);
    document.body.insertAdjacentHTML('beforeend', REMOVAL);
    const comment = { number: 4, name: '<script>1</script>', words: '<img src=x onerror=alert(1)>', viewer: 'v1' };
    events.dispatchEvent(Object.assign(new Event('comment'), { data: JSON.stringify(comment) }));
    const item = /** @type {HTMLElement} */ (document.querySelector('[data-number="4"]'));
    assert.equal(item.querySelector('img, script'), null);
    assert.equal(item.querySelector('[data-words]')?.textContent, comment.words);
});

test('a whisper stands among the comments as its mentor\'s, and there is nothing to remove', (context) => {
    const { events } = host(context);
    document.body.insertAdjacentHTML('beforeend', `${REMOVAL}<template data-message="whispered">[name] whispers</template>`);
    const whisper = { number: 5, name: 'Zhou', words: '<b>slower</b>' };
    events.dispatchEvent(Object.assign(new Event('whisper'), { data: JSON.stringify(whisper) }));
    const item = /** @type {HTMLElement} */ (document.querySelector('[data-number="5"]'));
    assert.equal(item.dataset.live, 'whisper');
    assert.equal(item.querySelector('[data-who]')?.textContent, 'Zhou whispers');
    assert.equal(item.querySelector('[data-words]')?.textContent, '<b>slower</b>');
    item.querySelector('button')?.dispatchEvent(new Event('click'));
    assert.equal(item.hidden, false);
});
