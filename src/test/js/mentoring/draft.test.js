import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DraftModel, merged, same } from '#js/mentoring/draft.js';
import { draftOf, moment, reviewOf } from '#support/reviews.js';

test('two drafts say the same whatever the order of their members', () => {
    const other = '{"change":null,"keep":[],"nothingToChange":null,"moments":[],"compliance":null,"marks":{"b":2,"a":1}}';
    assert.equal(same(draftOf({ marks: { a: 1, b: 2 } }), JSON.parse(other)), true);
});

test('the order of the moments, a number or a word makes another draft', () => {
    const [one, two] = [moment('1'), moment('2')];
    const others = [
        { moments: [two, one] },
        { moments: [one, two], marks: { a: 1 } },
        { moments: [one, moment('2', { words: 'x' })] },
    ];
    for (const other of others) {
        assert.equal(same(draftOf({ moments: [one, two] }), draftOf(other)), false);
    }
});

test('what is written is heard by whoever saves and whoever shows', () => {
    const draft = new DraftModel(reviewOf());
    /** @type {string[]} */
    const heard = [];
    ['written', 'changed'].forEach((name) => draft.addEventListener(name, () => heard.push(name)));
    draft.write((content) => (content.marks.opening = 4));
    assert.deepEqual(heard, ['written', 'changed']);
    assert.deepEqual(draft.review.draft.marks, {}, 'the server’s view stays');
});

test('moments come in the order of the recording', () => {
    const moments = [moment('late', { fromMs: 9 }), moment('early', { fromMs: 1 })];
    const draft = new DraftModel(reviewOf({ draft: draftOf({ moments }) }));
    assert.deepEqual(draft.inOrder().map(({ id }) => id), ['early', 'late']);
});

test('a moment taken out is also no longer chosen', () => {
    const moments = [moment('a'), moment('b', { kind: 'change' })];
    const draft = new DraftModel(reviewOf({ draft: draftOf({ moments, keep: ['a'], change: 'b' }) }));
    draft.drop('a');
    draft.drop('b');
    assert.deepEqual(draft.content, draftOf());
});

test('a moment that became another kind is no longer chosen as what it was', () => {
    const moments = [moment('a', { kind: 'change' }), moment('b')];
    const draft = new DraftModel(reviewOf({ draft: draftOf({ moments, keep: ['a', 'b'], change: 'b' }) }));
    draft.tidy();
    assert.deepEqual([draft.content.keep, draft.content.change], [['b'], null]);
});

test('merged, no word of either window is lost, and mine stands where both wrote the same moment', () => {
    const mine = draftOf({ marks: { opening: 5 }, moments: [moment('both', { words: 'mine' }), moment('own')], nothingToChange: null });
    const theirs = draftOf({
        marks: { opening: 1, price: 3 },
        compliance: { broken: false, atMs: null, rule: null },
        moments: [moment('both', { words: 'theirs' }), moment('other', { kind: 'change' })],
        keep: ['both', 'other'],
        change: 'other',
    });
    assert.deepEqual(merged(mine, theirs), {
        marks: { opening: 5, price: 3 },
        compliance: { broken: false, atMs: null, rule: null },
        moments: [moment('both', { words: 'mine' }), moment('own'), moment('other', { kind: 'change' })],
        nothingToChange: null,
        keep: ['both'],
        change: 'other',
    });
});

test('merged, what I chose and answered outranks what they did', () => {
    const mine = draftOf({
        compliance: { broken: true, atMs: 5, rule: 'x' },
        moments: [moment('a'), moment('c', { kind: 'change' })],
        keep: ['a'],
        change: 'c',
        nothingToChange: 'mine',
    });
    const theirs = draftOf({
        compliance: { broken: false, atMs: null, rule: null },
        moments: [moment('b')],
        keep: ['b'],
        change: null,
        nothingToChange: 'theirs',
    });
    const { compliance, keep, change, nothingToChange } = merged(mine, theirs);
    assert.deepEqual(
        { compliance, keep, change, nothingToChange },
        { compliance: mine.compliance, keep: ['a'], change: 'c', nothingToChange: 'mine' },
    );
});

test('what they chose to change is not taken over where I made something else of it', () => {
    const mine = draftOf({ moments: [moment('a', { kind: 'well-done' })] });
    const theirs = draftOf({ moments: [moment('a', { kind: 'change' })], change: 'a' });
    assert.equal(merged(mine, theirs).change, null);
});
