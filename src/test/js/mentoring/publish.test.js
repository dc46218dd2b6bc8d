import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal, SignedOut, Unreachable } from '#js/app/http.js';
import { startPublish } from '#js/mentoring/publish.js';
import { settled } from '#support/fake-clock.js';
import { gradingPage } from '#support/grading-page.js';
import { answer, at, submitBy, textOf } from '#support/page.js';
import { draftOf, moment } from '#support/reviews.js';

/** @param {import('node:test').TestContext} context @param {object} [ports] @param {object} [review] */
function page(context, ports = {}, review = {}) {
    const opened = gradingPage(context, review);
    /** @type {string[]} */
    const calls = [];
    const parts = {
        flush: async () => true,
        publish: async () => {},
        claim: /** @returns {Promise<{id: string} | null>} */ async () => ({ id: 'review-2' }),
        ...ports,
    };
    const told = (/** @type {keyof typeof parts} */ name) => (/** @type {any[]} */ ...given) => {
        calls.push([name, ...given.slice(1)].join(' '));
        return /** @type {any} */ (parts[name])();
    };
    startPublish(/** @type {any} */ ({
        page: opened.root,
        draft: opened.draft,
        autosave: { version: 7, flush: told('flush') },
        status: { text: 'not saved', show: (/** @type {string} */ status) => calls.push(`status ${status}`) },
        editor: { done: () => calls.push('done') },
        api: { publish: told('publish'), claim: told('claim') },
        backup: { remove: (/** @type {string} */ id) => calls.push(`remove ${id}`) },
    }));
    const press = async () => {
        at('[data-publish]').click();
        await settled();
    };
    return { ...opened, calls, press };
}

const isOpen = (/** @type {string} */ selector) => /** @type {HTMLDialogElement} */ (at(selector)).open;
const toast = () => document.querySelector('.toast')?.textContent;

test('what was written is saved, shown as the trainee will see it, sent on its version, and the next review opens', async (context) => {
    const { calls, press, opened } = page(context, {}, {
        score: 88,
        draft: draftOf({ moments: [moment('a'), moment('b', { kind: 'change' }), moment('c')] }),
        highlights: { keep: ['a', 'c'], change: 'b' },
    });
    await press();
    assert.deepEqual(calls, ['done', 'flush']);
    assert.equal(isOpen('#preview'), true);
    const shown = ['score', 'change', 'keep', 'count', 'broken'].map((part) => textOf(`[data-preview-${part}]`));
    assert.deepEqual(shown, ['88', 'words of b', 'words of awords of c', '3 moments', null]);

    answer('#preview', 'send');
    await settled();
    assert.deepEqual(calls.slice(2), ['publish 7', 'remove review-1', 'claim']);
    assert.deepEqual(opened, ['/mentoring/review-2?sent=review-1']);
});

test('a preview that is closed sends nothing, and it can be sent afterwards', async (context) => {
    const { calls, press } = page(context);
    await press();
    assert.equal(/** @type {HTMLButtonElement} */ (at('[data-publish]')).disabled, true);
    answer('#preview', '');
    await settled();
    assert.deepEqual(calls, ['done', 'flush']);
    assert.equal(/** @type {HTMLButtonElement} */ (at('[data-publish]')).disabled, false);
});

test('a broken rule is said in the preview, and a review with nothing to change gives its reason', async (context) => {
    const draft = draftOf({ compliance: { broken: true, atMs: 1, rule: null }, nothingToChange: 'all well' });
    const { press } = page(context, {}, { draft });
    await press();
    assert.deepEqual(['broken', 'change', 'kept'].map((part) => textOf(`[data-preview-${part}]`)), ['', 'all well', null]);
});

test('what could not be saved is not sent', async (context) => {
    const { calls, press } = page(context, { flush: async () => false });
    await press();
    assert.deepEqual(calls, ['done', 'flush']);
    assert.equal(isOpen('#preview'), false);
    assert.equal(toast(), 'not saved');
});

test('with none left to claim, or no answer to that, the queue opens: the review is out', async (context) => {
    for (const claim of [async () => null, async () => { throw new Unreachable('no network'); }]) {
        const { press, opened, calls } = page(context, { claim }, { missing: ['marks.opening'] });
        await press();
        assert.deepEqual(opened, ['/mentoring?sent=review-1']);
        assert.ok(calls.includes('remove review-1'));
    }
});

/** @param {{field: string, message: string}[]} errors */
const missing = (errors) => async () => { throw new Refusal(422, { errors }); };

test('what is missing is listed with the name of its place, to which each line leads', async (context) => {
    const errors = [
        { field: 'marks.product', message: 'no score' }, { field: 'compliance', message: 'not told' },
        { field: 'change', message: 'choose' },
        { field: 'moments', message: 'none' }, { field: 'moments[0].words', message: 'empty' }, { field: 'other', message: 'odd' },
    ];
    const { press, calls, opened } = page(context, { publish: missing(errors) }, { missing: ['marks.product'] });
    await press();
    assert.equal(isOpen('#preview'), false);
    assert.equal(isOpen('#missing'), true);
    const lines = [...document.querySelectorAll('#missing button')].map((line) => line.textContent);
    assert.deepEqual(lines, ['product title: no score', 'rules: not told', 'choose', 'none', 'empty', 'odd']);
    /** @type {HTMLButtonElement} */ (document.querySelector('#missing button')).click();
    assert.equal(isOpen('#missing'), false);
    assert.equal(/** @type {HTMLInputElement} */ (document.activeElement).name, 'mark-product');
    assert.ok(!calls.includes('remove review-1'));
    assert.deepEqual(opened, []);
});

test('signed out, the mentor is asked to sign in and nothing is lost', async (context) => {
    const { press, calls } = page(context, { publish: async () => { throw new SignedOut(''); } }, { missing: ['x'] });
    await press();
    assert.deepEqual(calls.slice(-1), ['status signedOut']);
});

for (const [what, fault, text] of /** @type {[string, Error, string][]} */ ([
    ['the server’s refusal', new Refusal(409, { detail: 'It is with another mentor.' }), 'It is with another mentor.'],
    ['why the server could not', new Unreachable('HTTP 503', 0, { detail: 'In a minute.' }), 'In a minute.'],
    ['that there is no network', new Unreachable('no network'), 'no network'],
])) {
    test(`${what} is said`, async (context) => {
        const { press, calls } = page(context, { publish: async () => { throw fault; } }, { missing: ['x'] });
        await press();
        assert.equal(toast(), text);
        assert.ok(!calls.includes('remove review-1'));
        assert.equal(/** @type {HTMLButtonElement} */ (at('[data-publish]')).disabled, false);
    });
}

test('a review is given back only when everything is saved, so the next mentor finds it', async (context) => {
    const unsaved = page(context, { flush: async () => false });
    submitBy('[data-give]');
    await settled();
    assert.deepEqual(unsaved.submitted, []);
    assert.equal(toast(), 'not saved');

    const saved = page(context);
    submitBy('[data-give]');
    await settled();
    assert.deepEqual(saved.calls, ['done', 'flush']);
    assert.deepEqual(saved.submitted, [{ action: '/mentoring/review-1/give-back', method: 'post' }]);
});
