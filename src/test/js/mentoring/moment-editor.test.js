import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MomentEditor } from '#js/mentoring/moment-editor.js';
import { gradingPage } from '#support/grading-page.js';
import { at, choose, submitBy, textOf, type } from '#support/page.js';
import { draftOf, moment } from '#support/reviews.js';

/** @param {import('node:test').TestContext} context @param {Partial<import('#js/mentoring/draft.js').Draft>} [content] */
function opened(context, content = {}) {
    const page = gradingPage(context, { draft: draftOf(content) });
    const editor = new MomentEditor(page.root, /** @type {any} */ (page.player), page.draft);
    let written = 0;
    page.draft.addEventListener('written', () => (written += 1));
    return {
        ...page,
        editor,
        moments: () =>
            page.draft.content.moments.map(({ fromMs, toMs, kind, criterion, words }) => ({ fromMs, toMs, kind, criterion, words })),
        written: () => written,
    };
}

const WORDS = 'textarea[name=words]';

test('half a sentence belongs to the draft from its first letter on, at the second it was begun', (context) => {
    const { player, moments, written } = opened(context);
    player.ms = 7_000;
    type(WORDS, 'T');
    player.ms = 9_000;
    type(WORDS, 'Tell');
    assert.deepEqual(moments(), [{ fromMs: 7_000, toMs: null, kind: 'change', criterion: 'opening', words: 'Tell' }]);
    assert.ok(written() >= 2);
});

test('a kind and a criterion chosen before the words are those of the moment', (context) => {
    const { moments } = opened(context);
    choose('[name=kind][value=well-done]');
    type('[name=criterion]', 'product');
    assert.deepEqual(moments(), []);
    type(WORDS, 'Good.');
    assert.deepEqual(moments().map(({ kind, criterion }) => [kind, criterion]), [['well-done', 'product']]);
    choose('[name=kind][value=rule-broken]');
    assert.equal(moments()[0].kind, 'rule-broken');
});

test('a moment without a word goes away when it is closed', (context) => {
    const { editor, moments } = opened(context);
    editor.note();
    assert.equal(moments().length, 1);
    type(WORDS, '  ');
    editor.done();
    assert.deepEqual(moments(), []);
});

test('noting again begins the next moment and keeps the first', (context) => {
    const { editor, player, moments } = opened(context);
    type(WORDS, 'One.');
    player.ms = 5_000;
    editor.note();
    type(WORDS, 'Two.');
    assert.deepEqual(moments().map(({ fromMs, words }) => [fromMs, words]), [[0, 'One.'], [5_000, 'Two.']]);
});

test('noting again before a word was written takes the present second', (context) => {
    const { editor, player, moments } = opened(context);
    editor.note();
    player.ms = 5_000;
    editor.note();
    assert.deepEqual(moments().map(({ fromMs }) => fromMs), [5_000]);
});

test('a span marked before the words is the one they are about', (context) => {
    const { editor, player, moments } = opened(context);
    player.ms = 3_000;
    editor.from();
    player.ms = 6_000;
    editor.to();
    editor.note();
    type(WORDS, 'Here.');
    assert.deepEqual(moments().map(({ fromMs, toMs, words }) => [fromMs, toMs, words]), [[3_000, 6_000, 'Here.']]);
    assert.deepEqual([textOf('[data-from] b'), textOf('[data-to] b')], ['0:03', '0:06']);
});

test('an end before the beginning turns the span round; one at the beginning is none', (context) => {
    const { editor, player, moments } = opened(context);
    player.ms = 6_000;
    editor.from();
    editor.to();
    assert.equal(moments()[0].toMs, null);
    player.ms = 2_000;
    editor.to();
    assert.deepEqual([moments()[0].fromMs, moments()[0].toMs], [2_000, 6_000]);
});

test('a beginning moved behind the end drops the end', (context) => {
    const { editor, player, moments } = opened(context, { moments: [moment('a', { fromMs: 1_000, toMs: 4_000 })] });
    editor.open('a');
    player.ms = 3_000;
    editor.from();
    assert.deepEqual([moments()[0].fromMs, moments()[0].toMs], [3_000, 4_000]);
    player.ms = 5_000;
    editor.from();
    assert.deepEqual([moments()[0].fromMs, moments()[0].toMs], [5_000, null]);
});

test('the end of a span can be taken away', (context) => {
    const { editor, moments } = opened(context, { moments: [moment('a', { toMs: 4_000 })] });
    editor.open('a');
    assert.equal(textOf('[data-no-to]') === null, false);
    at('[data-no-to]').click();
    assert.equal(moments()[0].toMs, null);
    assert.equal(textOf('[data-no-to]'), null);
});

test('an opened moment is shown as it is, and its changes are its own', (context) => {
    const { editor, moments } = opened(context, {
        moments: [moment('a', { words: 'One.' }), moment('b', { words: 'Two.', kind: 'rule-broken', criterion: 'compliance' })],
    });
    editor.open('b');
    assert.equal(editor.current, 'b');
    assert.equal(/** @type {HTMLTextAreaElement} */ (at(WORDS)).value, 'Two.');
    assert.equal(/** @type {HTMLInputElement} */ (at('[name=kind][value=rule-broken]')).checked, true);
    assert.equal(/** @type {HTMLSelectElement} */ (at('[name=criterion]')).value, 'compliance');
    assert.equal(textOf('[data-editor-title]'), 'edit moment');
    type(WORDS, 'Two, better.');
    assert.deepEqual(moments().map(({ words }) => words), ['One.', 'Two, better.']);
});

test('a moment that is no longer well done is no longer among those to keep', (context) => {
    const { editor, draft } = opened(context, { moments: [moment('a'), moment('b', { kind: 'change' })], keep: ['a'], change: 'b' });
    editor.open('a');
    choose('[name=kind][value=change]');
    assert.deepEqual([draft.content.keep, draft.content.change], [[], 'b']);
    editor.open('b');
    choose('[name=kind][value=well-done]');
    assert.equal(draft.content.change, null);
});

test('dropping a moment takes it from the chosen ones and empties the form', (context) => {
    const { editor, draft } = opened(context, { moments: [moment('a')], keep: ['a'] });
    editor.open('a');
    at('[data-drop]').click();
    assert.deepEqual([draft.content.moments, draft.content.keep, editor.current], [[], [], null]);
    assert.equal(/** @type {HTMLTextAreaElement} */ (at(WORDS)).value, '');
    assert.equal(textOf('[data-drop]'), null);
});

test('a phrase is added to what was written', (context) => {
    const { moments } = opened(context);
    at('[data-phrase]').click();
    assert.equal(moments()[0].words, 'Slower.');
    type(WORDS, 'Good. ');
    at('[data-phrase]').click();
    assert.equal(moments()[0].words, 'Good. Slower.');
});

test('the recording pauses for the words and goes on after them', (context) => {
    const { player } = opened(context);
    player.play();
    type(WORDS, 'Wait');
    assert.equal(player.playing, false);
    submitBy('[data-keep]');
    assert.equal(player.playing, true);
});

test('a recording the mentor had paused stays paused, and one that should run on does', (context) => {
    const { player } = opened(context);
    type(WORDS, 'Wait');
    submitBy('[data-keep]');
    assert.equal(player.playing, false);

    /** @type {HTMLInputElement} */ (at('[data-hold]')).checked = false;
    player.play();
    type(WORDS, 'Go on');
    assert.equal(player.playing, true);
});

test('a draft taken from another window closes a moment that is not in it', (context) => {
    const { editor, draft } = opened(context, { moments: [moment('a')] });
    editor.open('a');
    draft.replace(draftOf());
    assert.equal(/** @type {HTMLTextAreaElement} */ (at(WORDS)).value, '');
    type(WORDS, 'New.');
    assert.deepEqual(draft.content.moments.map(({ words }) => words), ['New.']);
});
