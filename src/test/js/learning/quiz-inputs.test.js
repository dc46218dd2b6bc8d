import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosen, prepare, restore, wordsOf } from '#js/learning/quiz-inputs.js';
import { at, openPage } from '#support/page.js';

const steps = ['a', 'b', 'c'].map((letter) =>
    `<label class="choice" data-letter="${letter}"><select name="s.${letter}"><option value="">–</option><option value="1">1</option>
    <option value="2">2</option><option value="3">3</option></select><span>${letter}</span></label>`).join('');
const ORDER = `<fieldset data-item="s" data-kind="order"><p class="hint" data-tap="tap">number</p>${steps}</fieldset>`;

const item = () => at('[data-item]');
const tap = (/** @type {string} */ letter) => at(`button[data-letter="${letter}"]`).click();

test('steps are tapped one after the other, and a second tap takes back a step and those after it', (context) => {
    openPage(context, ORDER);
    prepare(item());
    assert.equal(at('.hint').textContent, 'tap');
    tap('c');
    tap('a');
    assert.deepEqual(chosen(item()), []);
    tap('b');
    assert.deepEqual(chosen(item()), ['c', 'a', 'b']);
    assert.equal(at('button[data-letter="a"] b').textContent, '2');
    tap('a');
    assert.deepEqual(chosen(item()), []);
    tap('b');
    tap('a');
    assert.deepEqual(chosen(item()), ['c', 'b', 'a']);
});

const CHOICE = `<fieldset data-item="q" data-kind="choice"><legend><h2 data-span="0-900">Which?</h2></legend>
    <label data-letter="a"><input type="radio" name="q" value="a">One</label></fieldset>`;

test('a question reads the same however it is spoken, and another where its words, choices or picture change', (context) => {
    const words = (/** @type {string} */ from, /** @type {string} */ to) => {
        openPage(context, CHOICE.replace(from, to));
        return wordsOf(item());
    };
    const before = words('', '');
    assert.equal(words('0-900', '0-950'), before);
    const changes = [['Which?', 'What?'], ['One', 'Two'], ['"a">', '"b">'], ['radio', 'checkbox'], ['</legend>', '</legend><svg></svg>']];
    for (const [from, to] of changes) {
        assert.notEqual(words(from, to), before, to);
    }
});

test('steps that were put in order before are so again', (context) => {
    openPage(context, ORDER);
    prepare(item());
    restore(item(), ['b', 'c', 'a']);
    assert.deepEqual(chosen(item()), ['b', 'c', 'a']);
    assert.equal(at('button[data-letter="b"]').getAttribute('aria-pressed'), 'true');
});

test('a step that a trainer has spoken is still found by its place in the recording', (context) => {
    openPage(context, ORDER.replace('data-letter="b"', 'data-letter="b" data-span="2000-3000"'));
    prepare(item());
    assert.equal(at('button[data-letter="b"]').dataset.span, '2000-3000');
    assert.equal('span' in at('button[data-letter="a"]').dataset, false);
});
