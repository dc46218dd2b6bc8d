import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeClock } from '#support/fake-clock.js';
import { at, openPage } from '#support/page.js';
import { setGlobals } from '#support/globals.js';
import { startPublishing } from '#js/narration/publishing.js';

const section = (/** @type {string} */ state) => `<section data-publishing="${state}"></section>`;

/** @param {import('node:test').TestContext} context @param {{answer?: () => string | Promise<string>, isSeen?: () => boolean}} [ports] */
function open(context, { answer = () => 'making', isSeen = () => true } = {}) {
    openPage(context, section('making'));
    // The answers of this test are the state alone.
    setGlobals(context, { DOMParser: class {
        /** @param {string} text */
        parseFromString(text) {
            const box = document.createElement('div');
            box.innerHTML = text === 'sign-in' ? '' : section(text);
            return box;
        }
    } });
    const clock = new FakeClock();
    const seen = { looks: 0, made: 0 };
    const load = async () => {
        seen.looks++;
        const text = await answer();
        return /** @type {any} */ ({ ok: true, text: async () => text });
    };
    startPublishing({ load, isSeen, clock, onMade: () => seen.made++ });
    return { clock, seen };
}

test('it looks less and less often, and at least once a minute', async (context) => {
    const { clock, seen } = open(context);
    await clock.pass(5_000);
    assert.equal(seen.looks, 1);
    assert.equal(clock.nextMs, 6_250);
    await clock.pass(60 * 60_000);
    assert.ok((clock.nextMs ?? 0) <= 60_000);
    assert.ok(seen.looks < 75, `${seen.looks} looks in an hour`);
});

test('once they are made it shows it and looks no more', async (context) => {
    const { clock, seen } = open(context, { answer: () => 'made' });
    await clock.pass(5_000);
    assert.equal(at('[data-publishing]').dataset.publishing, 'made');
    assert.deepEqual(seen, { looks: 1, made: 1 });
    assert.equal(clock.nextMs, undefined);
});

test('where the sign-in has ended it looks no more, and without a network again', async (context) => {
    const ended = open(context, { answer: () => 'sign-in' });
    await ended.clock.pass(5_000);
    assert.equal(ended.clock.nextMs, undefined);
    const away = open(context, { answer: () => Promise.reject(new Error('away')) });
    await away.clock.pass(5_000);
    assert.equal(away.clock.nextMs, 6_250);
});

test('nothing is asked while nobody sees the page', async (context) => {
    let isSeen = false;
    const { clock, seen } = open(context, { isSeen: () => isSeen });
    await clock.pass(10 * 60_000);
    assert.equal(seen.looks, 0);
    isSeen = true;
    await clock.pass(5_000);
    assert.equal(seen.looks, 1);
});
