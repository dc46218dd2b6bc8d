import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startScores } from '#js/mentoring/scores.js';
import { gradingPage } from '#support/grading-page.js';
import { at, choose, textOf, type } from '#support/page.js';
import { draftOf, moment } from '#support/reviews.js';

/**
 * @param {import('node:test').TestContext} context
 * @param {Partial<import('#js/mentoring/draft.js').Draft>} [content]
 * @param {object} [review]
 */
function sheet(context, content = {}, review = {}) {
    const page = gradingPage(context, { draft: draftOf(content), ...review });
    const scores = startScores(page.root, /** @type {any} */ (page.player), page.draft);
    page.draft.changed();
    return { ...page, scores };
}

const focused = () => /** @type {HTMLInputElement} */ (document.activeElement);

test('the total weighs each criterion, of which 5 is the best; what is open is counted', (context) => {
    sheet(context);
    assert.deepEqual([textOf('[data-score]'), textOf('[data-left]')], ['–', '2 left']);
    choose('[name=mark-opening][value="4"]');
    assert.deepEqual([textOf('[data-score]'), textOf('[data-left]')], ['48', '1 left']);
    choose('[name=mark-product][value="5"]');
    assert.deepEqual([textOf('[data-score]'), textOf('[data-left]')], ['88', null]);
});

test('a zero is a score, not an open one', (context) => {
    const { draft } = sheet(context);
    choose('[name=mark-opening][value="0"]');
    assert.deepEqual(draft.content.marks, { opening: 0 });
    assert.deepEqual([textOf('[data-score]'), textOf('[data-left]')], ['0', '1 left']);
});

test('a criterion shows the sentence of the chosen level, and its question before', (context) => {
    sheet(context, { marks: { opening: 3 } });
    assert.deepEqual(['opening', 'product'].map((id) => textOf(`[data-criterion=${id}] p`)), ['opening 3', 'product asks']);
});

test('a number key scores the present criterion and leads to the next, at the last it stays', (context) => {
    const { scores, draft } = sheet(context);
    scores.score(4);
    assert.equal(focused().name, 'mark-product');
    scores.score(2);
    assert.deepEqual(draft.content.marks, { opening: 4, product: 2 });
    assert.deepEqual([focused().name, focused().value], ['mark-product', '2']);
});

test('moving goes to the chosen level of the next criterion, and no further than the last', (context) => {
    const { scores } = sheet(context, { marks: { product: 3 } });
    assert.equal(scores.move(-1), false);
    assert.equal(scores.move(1), true);
    assert.deepEqual([focused().name, focused().value], ['mark-product', '3']);
    assert.equal(scores.move(1), false);
});

test('the present criterion is the one in which the mentor last was', (context) => {
    const { scores, draft } = sheet(context);
    at('[name=mark-product]').focus();
    scores.score(1);
    assert.deepEqual(draft.content.marks, { product: 1 });
});

test('who may only read scores nothing', (context) => {
    const { scores, draft } = sheet(context);
    /** @type {HTMLFieldSetElement} */ (at('[data-criterion=opening]')).disabled = true;
    scores.score(4);
    assert.deepEqual(draft.content.marks, {});
});

test('a broken rule is dated where the mentor has noted it, else where the recording stands', (context) => {
    const { draft, player } = sheet(context, {
        moments: [moment('a', { kind: 'rule-broken', fromMs: 9_000 }), moment('b', { kind: 'change', fromMs: 1_000 })],
    });
    player.ms = 4_000;
    choose('[name=broken][value=yes]');
    assert.deepEqual(draft.content.compliance, { broken: true, atMs: 9_000, rule: null });
    assert.equal(textOf('[data-broken-at]'), '0:09');

    draft.write((content) => Object.assign(content, { moments: [], compliance: null }));
    choose('[name=broken][value=yes]');
    assert.equal(draft.content.compliance?.atMs, 4_000);
});

test('which rule it was can be told after it was dated, which stays', (context) => {
    const { draft, player } = sheet(context);
    player.ms = 4_000;
    choose('[name=broken][value=yes]');
    player.ms = 8_000;
    type('[name=rule]', 'price');
    assert.deepEqual(draft.content.compliance, { broken: true, atMs: 4_000, rule: 'price' });
    at('[data-broken-here]').click();
    assert.deepEqual(draft.content.compliance, { broken: true, atMs: 8_000, rule: 'price' });
});

test('no rule broken has neither time nor rule, and asks for neither', (context) => {
    const { draft } = sheet(context, { compliance: { broken: true, atMs: 4_000, rule: 'price' } });
    assert.equal(textOf('[data-broken-at]'), '0:04');
    choose('[name=broken][value=no]');
    assert.deepEqual(draft.content.compliance, { broken: false, atMs: null, rule: null });
    assert.equal(textOf('[data-where]'), null);
});

test('what the trainee sees first is what the server chose, with the words as they now are', (context) => {
    const moments = [moment('a'), moment('b', { kind: 'change' })];
    const { draft } = sheet(context, { moments }, { highlights: { keep: ['a', 'gone'], change: 'b' } });
    assert.deepEqual([textOf('[data-shown-change]'), textOf('[data-shown-keep]')], ['words of b', 'words of a']);
    draft.write(({ moments }) => (moments[0].words = 'better words'));
    assert.equal(textOf('[data-shown-keep]'), 'better words');
    draft.drop('a');
    draft.drop('b');
    assert.deepEqual([textOf('[data-shown-change]'), textOf('[data-shown-keep]')], ['nothing chosen', 'nothing chosen']);
});
