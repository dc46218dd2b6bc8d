import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AudienceSession } from '#js/practice/audience/audience-session.js';
import { settled } from '#support/fake-clock.js';
import { setGlobals } from '#support/globals.js';
import { at, openPage } from '#support/page.js';

const PAGE = `<main><ol data-comments></ol></main>
<template data-line="comment"><li><button><b data-who></b> <span data-words></span></button></li></template>
<template data-line="notice"><li><span data-words></span></li></template>
<template data-message="viewers-cannot-hear">time alone</template>
<template data-message="viewer-nudge">well?</template>`;

const ASKS = { id: 'sweet', kind: 'question', at: { second: 5, spread: 0 }, chance: 100, who: 'li', says: ['甜不甜？'], within: 20, does: '' };

/** @param {import('node:test').TestContext} context @param {{listening?: boolean, people?: object[]}} [how] */
async function opened(context, { listening = true, people = [{ id: 'li', name: '李婶', mood: 'warm' }] } = {}) {
    openPage(context, PAGE);
    setGlobals(context, { HTMLElement: Object });
    const attempt = /** @type {any} */ ({
        id: '019e0000-0000-7000-8000-00000000002a', takes: [], marks: [],
        audience: { intensity: 'lively', asked: [], scenario: { slug: 's', version: '0', seed: 3, people, timeline: [ASKS] } },
    });
    const phone = { ms: 0, onHearing: (/** @type {boolean} */ _hears) => {} };
    const session = new AudienceSession(attempt, 1, {
        stage: at('main'),
        store: /** @type {any} */ ({ update: (/** @type {string} */ _, /** @type {(one: any) => void} */ change) => change(attempt) }),
        recordedMs: () => phone.ms,
        listen: async (_onVoice, onHearing) => {
            phone.onHearing = onHearing;
            return listening;
        },
        cut: () => {},
    });
    await settled();
    const passTo = (/** @type {number} */ ms) => {
        phone.ms = ms;
        session.tick();
    };
    const said = () => [...at('[data-comments]').children].map((line) => line.textContent?.trim());
    return { session, attempt, passTo, said, hears: (/** @type {boolean} */ yes) => phone.onHearing(yes) };
}

test('a microphone that is taken away is said by the viewers, who go by time from then on', async (context) => {
    const { session, attempt, passTo, said } = await opened(context);
    passTo(6_000);
    session.microphone(false);
    passTo(26_000);
    assert.deepEqual(said(), ['李婶 甜不甜？', 'time alone']);
    assert.deepEqual(attempt.audience.asked.map((/** @type {any} */ { heard, reminders }) => [heard, reminders]), [[false, 0]]);
});

test('whom a lost microphone excused is known to the next take, whatever comes between', async (context) => {
    const { session, attempt, passTo } = await opened(context);
    passTo(6_000);
    assert.equal(attempt.audience.asked[0].heard, true);
    session.microphone(false);
    assert.equal(attempt.audience.asked[0].heard, false);
});

test('where the phone could not listen before, nothing is said twice and nothing is heard later', async (context) => {
    const { session, attempt, passTo, said } = await opened(context, { listening: false });
    session.microphone(false);
    session.microphone(true);
    passTo(6_000);
    assert.deepEqual(said(), ['time alone', '李婶 甜不甜？']);
    assert.equal(attempt.audience.asked[0].heard, false);
});

test('where the phone listens no more, the viewers go by time, too, until it listens again', async (context) => {
    const { session, attempt, passTo, said, hears } = await opened(context);
    passTo(6_000);
    hears(false);
    session.microphone(false);
    session.microphone(true);
    passTo(26_000);
    assert.deepEqual(said(), ['李婶 甜不甜？', 'time alone']);
    assert.equal(attempt.audience.asked[0].heard, false);
    hears(true);
    hears(false);
    assert.deepEqual(said(), ['李婶 甜不甜？', 'time alone', 'time alone']);
});

test('viewers with a fault fall silent, and nothing else does', async (context) => {
    /** @type {unknown[][]} */
    const faults = [];
    context.mock.method(console, 'error', (...parts) => void faults.push(parts));
    const { session, passTo, said } = await opened(context);
    // The page has no sentence for somebody who looks forward to the next product.
    session.nextProduct();
    assert.equal(faults.length, 1);
    passTo(60_000);
    session.nextProduct();
    assert.deepEqual([faults.length, said()], [1, []]);
});

test('a scenario without people has nobody who looks forward to the next product', async (context) => {
    const { session, passTo, said } = await opened(context, { people: [] });
    session.nextProduct();
    passTo(60_000);
    assert.deepEqual(said(), []);
});
