import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, openPage, textOf } from '#support/page.js';

const WORDS = ['running', 'kept', 'stopped', 'offline', 'wifi', 'full', 'signed-out', 'gone']
    .map((state) => `<template data-message="keep-${state}">${state}: [done] of [total] MB</template>`).join('');
const PAGE = `<figure data-video="rice" data-lesson="first" data-bytes="3000000"><div data-keep hidden>
<button data-keep-do>Keep</button><button data-keep-now hidden>Now</button><button data-keep-stop hidden>Stop</button>
<progress data-keep-bar hidden></progress><p data-keep-status></p><button data-keep-remove hidden>Delete</button>${WORDS}</div></figure>`;

const settled = () => new Promise((resolve) => setImmediate(resolve));

/**
 * @param {import('node:test').TestContext} context
 * @param {{allowed?: string, free?: number, outcome?: string, there?: object[]}} [phone]
 */
async function formOn(context, { allowed = 'free', free, outcome = 'kept', there = [] } = {}) {
    openPage(context, PAGE, { path: '/learn/a/first' });
    const { startKeeping } = await import('#js/videos/keep-form.js');
    const phone = { allowed, free, outcome, done: 0, removed: /** @type {string[]} */ ([]), persists: 0 };
    /** @type {any} */
    const kept = {
        find: async () => (phone.done ? { done: phone.done, bytes: 3_000_000 } : undefined),
        list: async () => there,
        keep: async (/** @type {any} */ what, /** @type {(done: number) => boolean} */ onPiece) => {
            assert.deepEqual(what, { video: 'rice', lesson: 'first', title: '', page: '/learn/a/first', bytes: 3_000_000 });
            onPiece(1_500_000);
            phone.done = phone.outcome === 'kept' ? 3_000_000 : 1_500_000;
            onPiece(phone.done);
            return phone.outcome;
        },
        remove: async (/** @type {string} */ video) => {
            phone.removed.push(video);
            phone.done = 0;
        },
        removeOthers: async () => {},
    };
    await startKeeping(at('figure'), {
        kept,
        network: /** @type {any} */ ({ transferAllowed: async () => phone.allowed, allowNow: () => (phone.allowed = 'free') }),
        freeBytes: async () => phone.free,
        persist: async () => (phone.persists += 1),
    });
    const tap = async (/** @type {string} */ part) => {
        at(`[data-keep-${part}]`).dispatchEvent(new Event('click'));
        await settled();
    };
    return { phone, tap };
}

const status = () => textOf('[data-keep-status]');
const shown = () => ['do', 'now', 'stop', 'remove'].filter((part) => textOf(`[data-keep-${part}]`) !== null);

test('one tap keeps a video, and one deletes it', async (context) => {
    const { phone, tap } = await formOn(context);
    assert.deepEqual([status(), shown()], ['', ['do']]);
    await tap('do');
    assert.deepEqual([status(), shown(), phone.persists], ['kept: 3.0 of 3.0 MB', ['remove'], 1]);
    await tap('remove');
    assert.deepEqual([status(), shown(), phone.removed], ['', ['do'], ['rice']]);
});

test('with Wi-Fi only it waits, unless the person says now', async (context) => {
    const { tap } = await formOn(context, { allowed: 'wifi-awaited' });
    await tap('do');
    assert.deepEqual([status(), shown()], ['wifi: 0.0 of 3.0 MB', ['now']]);
    await tap('now');
    assert.equal(status(), 'kept: 3.0 of 3.0 MB');
});

test('a cut line leaves a part, with which a tap goes on', async (context) => {
    const { phone, tap } = await formOn(context, { outcome: 'offline' });
    await tap('do');
    assert.deepEqual([status(), shown()], ['offline: 1.5 of 3.0 MB', ['do', 'remove']]);
    phone.outcome = 'kept';
    await tap('do');
    assert.equal(status(), 'kept: 3.0 of 3.0 MB');
});

test('a phone without room says so, before and in the middle', async (context) => {
    const { RESERVE } = await import('#js/videos/keep-form.js');
    // Enough for the video, but then no rehearsal would fit any more.
    const { phone, tap } = await formOn(context, { free: 2_900_000 + RESERVE, outcome: 'full' });
    await tap('do');
    assert.deepEqual([status(), phone.persists], ['full: 0.0 of 3.0 MB', 0]);
    phone.free = 3_000_000 + RESERVE;
    await tap('do');
    assert.deepEqual([status(), shown()], ['full: 0.0 of 3.0 MB', ['do']]);
});

test('the video that this one replaced goes from the phone', async (context) => {
    const other = { video: 'old', lesson: 'first' };
    const { phone } = await formOn(context, { there: [other, { video: 'rice', lesson: 'first' }, { video: 'tea', lesson: 'second' }] });
    assert.deepEqual(phone.removed, ['old']);
});
