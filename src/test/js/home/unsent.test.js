import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Unreachable } from '#js/app/http.js';
import { createOutbox } from '#js/app/outbox.js';
import { startUnsent } from '#js/home/unsent.js';
import { addChunk, deletion, planned } from '#js/practice/attempt/attempt.js';
import { unsentIn } from '#js/site/unsent-work.js';
import { FakeClock, settled } from '#support/fake-clock.js';
import { MemoryOutboxStore } from '#support/memory-outbox-store.js';
import { answer, at, openPage, textOf } from '#support/page.js';

const T0 = '2026-05-04T08:00:00.000Z';

const SENTENCES = {
    'lesson.completed': 'Lesson done', recording: 'Recording', deletion: 'Deletion', other: 'Something else',
    review: 'Own words', sentences: '[count] sentences', 'sentence-refused': 'Speak again', photos: '[count] photos',
    drafts: '[count] drafts',
    'why-time': 'The clock was wrong.',
    'why-version': 'The lesson has changed.', 'why-other': 'Refused ([code]).', copied: 'copied', 'not-copied': 'not copied',
};

const PAGE = `<section data-leave hidden>sign out?</section><p data-no-network hidden>no network</p><p data-none hidden>nothing</p>
<section data-waiting hidden><span data-number></span><ul data-list></ul></section>
<section data-yours hidden><span data-number></span><ul data-list></ul></section>
<section data-refused hidden><span data-number></span><div data-list></div></section>
<template data-item><article><p data-what></p><p data-when></p><p data-why></p>
    <button data-do="again"></button><button data-do="copy"></button><button data-do="discard"></button></article></template>
<dialog data-confirm></dialog><div class="thumb" data-leave hidden><button data-do="leave"></button></div>
${Object.entries(SENTENCES).map(([name, text]) => `<template data-message="${name}">${text}</template>`).join('')}`;

/** @param {string} id @param {object} [more] @returns {import('#js/app/outbox.js').SyncRecord} */
const record = (id, more = {}) => ({
    id, type: 'lesson.completed', at: T0, data: { lesson: id }, person: 'chunmei', about: `Lesson ${id}`, ...more,
});

/** @param {string} title @param {object} more */
function recorded(title, more = {}) {
    const attempt = { ...planned('chunmei', { title, format: 'sixty' }), ...more };
    addChunk(attempt, { take: 1, seq: 0, bytes: new ArrayBuffer(9) }, { type: 'video/webm', startedAt: T0, endMs: 2_000 });
    return attempt;
}

/** @typedef {Pick<import('#js/site/unsent-work.js').Held, 'kept' | 'takes' | 'photos' | 'drafts'>} Rest */

/**
 * @param {import('node:test').TestContext} context
 * @param {{waiting?: any[], refused?: any[], attempts?: any[], path?: string, offline?: boolean} & Partial<Rest>} [content]
 */
async function unsent(context, { waiting = [], refused = [], attempts = [], path = '/unsent', offline = false, ...more } = {}) {
    const page = openPage(context, PAGE, { path });
    page.phone.onLine = !offline;
    const store = new MemoryOutboxStore();
    await Promise.all(waiting.map((one) => store.add(one)));
    await store.settle('chunmei', [], refused);
    const sent = { connected: false, ids: /** @type {string[]} */ ([]) };
    const outbox = createOutbox({
        person: 'chunmei',
        store,
        api: /** @type {any} */ ({
            json: async (/** @type {string} */ method, /** @type {string} */ _path, /** @type {any} */ { json }) => {
                if (!sent.connected) {
                    throw new Unreachable('no network');
                }
                if (method === 'GET') {
                    return { id: 'chunmei' };
                }
                sent.ids.push(...json.records.map((/** @type {{id: string}} */ { id }) => id));
                return { results: json.records.map((/** @type {{id: string}} */ { id }) => ({ id, status: 'accepted' })) };
            },
        }),
        clock: new FakeClock(),
        exclusively: (_, work) => work(),
        onStatus: (detail) => document.dispatchEvent(new CustomEvent('tianbo:outbox', { detail })),
        onSent: () => {},
    });
    const others = { kept: [], takes: [], photos: [], drafts: [], ...more };
    const list = startUnsent({
        outbox,
        work: async () => unsentIn({ waiting: await outbox.waiting(), refused: await outbox.refused(), attempts, ...others }),
        requeue: (ids) => store.requeue(ids),
        discard: async (id) => store.aside.delete(id),
    });
    await rest();
    return { ...page, sent, store, list, others };
}

async function rest() {
    for (let i = 0; i < 10; i++) {
        await settled();
    }
}

/** @param {string} name */
async function tap(name) {
    at(`[data-do="${name}"]`).click();
    await rest();
}

/** @param {string} section */
const listed = (section) =>
    [...document.querySelectorAll(`[data-${section}] [data-list] > *`)]
        .map((line) => line.querySelector('[data-what]')?.textContent ?? line.textContent);

test('with nothing on this phone alone it says so', async (context) => {
    await unsent(context);
    assert.equal(textOf('[data-none]'), 'nothing');
    assert.deepEqual([textOf('[data-waiting]'), textOf('[data-refused]')], [null, null]);
});

test('what waits is listed by name: records, recordings, deletions', async (context) => {
    await unsent(context, {
        waiting: [record('a'), record('b', { type: 'new.kind', about: undefined })],
        attempts: [
            recorded('Rice', { endedAt: T0 }),
            deletion('x', 'chunmei'),
            recorded('Tea', { finishedAt: T0 }),
            recorded('Nuts', { finishedAt: T0, handIn: true, sentAt: T0 }),
        ],
    });
    assert.deepEqual(listed('waiting'), ['Lesson done · Lesson a', 'Something else', 'Recording · Rice', 'Deletion']);
    assert.equal(textOf('[data-waiting] [data-number]'), '4');
    assert.equal(textOf('[data-none]'), null);
});

/** @param {string} sentence @param {object} [more] @returns {any} */
const spoken = (sentence, more = {}) => ({ key: sentence, person: 'chunmei', place: 'zh/rice', sentence, digest: 'd', ...more });

test('what waits beside records is listed and counted: words about a recording, spoken sentences, photos, drafts', async (context) => {
    const attempt = recorded('Rice', { endedAt: T0 });
    const { list, others } = await unsent(context, {
        attempts: [attempt],
        kept: [
            /** @type {any} */ ({ key: 'self-review/1', attempt: attempt.id, sent: false }),
            /** @type {any} */ ({ key: 'self-review/2', attempt: 'elsewhere', sent: false }),
            { key: 'self-review/3', sent: true },
            { key: 'wifi-only' },
        ],
        takes: [spoken('a'), spoken('b'), spoken('c', { sent: true }), spoken('d', { refused: 'silent' })],
        photos: [/** @type {any} */ ({ visit: 'v' })],
        drafts: ['review-1'],
    });
    assert.deepEqual(listed('waiting'), [
        'Recording · Rice', 'Own words · Rice', 'Own words', '2 sentences', '1 photos',
    ]);
    assert.equal(textOf('[data-waiting] [data-number]'), '6');
    // No network brings these away.
    assert.deepEqual(listed('yours'), ['Speak again', '1 drafts']);
    assert.equal(textOf('[data-yours] [data-number]'), '2');
    const links = [...document.querySelectorAll('[data-yours] a')].map((link) => link.getAttribute('href'));
    assert.deepEqual(links, ['/narration/zh/rice', '/mentoring']);

    others.takes = [];
    await list();
    assert.deepEqual([textOf('[data-waiting] [data-number]'), listed('yours')], ['4', ['1 drafts']]);
});

test('what was looked up first is not shown over what was looked up later', async (context) => {
    await unsent(context);
    const nothing = { waiting: [], refused: [], attempts: [], kept: [], takes: [], photos: [], drafts: [] };
    /** @type {((waiting: any[]) => void)[]} */
    const answers = [];
    startUnsent(/** @type {any} */ ({
        work: () => new Promise((resolve) => answers.push((waiting) => resolve(unsentIn({ ...nothing, waiting })))),
    }));
    document.dispatchEvent(new CustomEvent('tianbo:outbox'));
    await rest();
    answers[1]([record('a')]);
    await rest();
    answers[0]([]);
    await rest();
    assert.deepEqual(listed('waiting'), ['Lesson done · Lesson a']);
});

for (const [code, why] of [
    ['learning.time-out-of-range', 'The clock was wrong.'],
    ['learning.version-unknown', 'The lesson has changed.'],
    ['http.422', 'Refused (http.422).'],
    [undefined, 'Refused ().'],
]) {
    test(`a refusal by ${code} is explained: ${why}`, async (context) => {
        await unsent(context, { refused: [record('a', { code })] });
        assert.deepEqual([textOf('[data-refused] [data-number]'), textOf('[data-why]')], ['1', why]);
    });
}

test('what was refused can be tried again: it waits, is sent with the network, and is gone from the page', async (context) => {
    const { sent } = await unsent(context, { refused: [record('a', { code: 'x' })] });
    await tap('again');
    assert.deepEqual([listed('waiting'), listed('refused')], [['Lesson done · Lesson a'], []]);

    sent.connected = true;
    const other = await unsent(context, { refused: [record('a', { code: 'x' })] });
    other.sent.connected = true;
    await tap('again');
    assert.deepEqual(other.sent.ids, ['a']);
    assert.equal(textOf('[data-none]'), 'nothing');
});

test('a double tap on "try again" is one try', async (context) => {
    /** @type {unknown[]} */
    const faults = [];
    context.mock.method(console, 'error', (/** @type {unknown} */ fault) => void faults.push(fault));
    const { sent } = await unsent(context, { refused: [record('a', { code: 'x' })] });
    sent.connected = true;
    at('[data-do="again"]').click();
    await tap('again');
    assert.deepEqual([sent.ids, faults], [['a'], []]);
    assert.equal(textOf('[data-none]'), 'nothing');
});

test('it is discarded only by a person who is sure', async (context) => {
    const { store } = await unsent(context, { refused: [record('a', { code: 'x' })] });
    await tap('discard');
    answer('[data-confirm]', 'no');
    await rest();
    assert.deepEqual(listed('refused'), ['Lesson done · Lesson a']);
    await tap('discard');
    answer('[data-confirm]', 'yes');
    await rest();
    assert.equal(store.aside.size, 0);
    assert.equal(textOf('[data-none]'), 'nothing');
});

test('it can be copied for a helper, without the person’s id', async (context) => {
    const { phone } = await unsent(context, { refused: [record('a', { code: 'x' })] });
    await tap('copy');
    const [what, , json] = phone.copied[0].split('\n');
    assert.equal(what, 'Lesson done · Lesson a');
    const { person, ...content } = record('a', { code: 'x' });
    assert.deepEqual(JSON.parse(json), content);
    assert.equal(document.querySelector('.toast')?.textContent, 'copied');
});

test('who came by signing out may sign out all the same', async (context) => {
    const { submitted } = await unsent(context, { waiting: [record('a')], path: '/unsent#/sign-out' });
    assert.deepEqual([textOf('section[data-leave]'), textOf('[data-no-network]')], ['sign out?', null]);
    await tap('leave');
    assert.deepEqual(submitted, [{ action: '/sign-out', method: 'post' }]);
});

test('without network nobody can sign out', async (context) => {
    await unsent(context, { path: '/unsent#/account/sign-out-everywhere', offline: true });
    assert.deepEqual([textOf('section[data-leave]'), textOf('[data-no-network]')], [null, 'no network']);
});

test('an address that is no sign-out offers none', async (context) => {
    await unsent(context, { path: '/unsent#/people/erase' });
    assert.deepEqual([textOf('section[data-leave]'), textOf('.thumb')], [null, null]);
});
