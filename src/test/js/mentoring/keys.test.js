import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startKeys } from '#js/mentoring/keys.js';
import { gradingPage } from '#support/grading-page.js';
import { at, press } from '#support/page.js';

/** @param {import('node:test').TestContext} context */
function keyboard(context) {
    const { player } = gradingPage(context);
    /** @type {unknown[]} */
    const calls = player.calls;
    const editor = /** @type {any} */ (Object.fromEntries(['from', 'to', 'note', 'finish'].map((name) => [name, () => calls.push(name)])));
    startKeys(/** @type {any} */ (player), editor, {
        move: (step) => Boolean(calls.push(`criterion ${step}`)),
        score: (level) => calls.push(`score ${level}`),
    });
    return calls;
}

for (const [key, call] of /** @type {[string, unknown][]} */ ([
    [' ', 'toggle'], ['k', 'toggle'], ['J', -5_000], ['l', 5_000], ['ArrowLeft', -1_000], ['ArrowRight', 1_000],
    ['i', 'from'], ['O', 'to'], ['n', 'note'], ['ArrowUp', 'criterion -1'], ['ArrowDown', 'criterion 1'],
    ['0', 'score 0'], ['5', 'score 5'],
])) {
    test(`"${key}" does ${call}, and nothing of the browser’s`, (context) => {
        const calls = keyboard(context);
        assert.equal(press(key), true);
        assert.deepEqual(calls, [call]);
    });
}

test('"?" shows the list of keys, which then keeps all keys for itself', (context) => {
    const calls = keyboard(context);
    press('?');
    assert.equal(/** @type {HTMLDialogElement} */ (at('#keys')).open, true);
    assert.equal(press('5'), false);
    assert.deepEqual(calls, []);
});

test('in a text, letters stay letters; Escape leaves it', (context) => {
    const calls = keyboard(context);
    at('textarea[name=words]').focus();
    for (const key of ['n', '5', ' ', 'ArrowLeft', 'ArrowDown', '?']) {
        assert.equal(press(key), false, key);
    }
    assert.deepEqual(calls, []);
    assert.equal(press('Escape'), true);
    assert.equal(document.activeElement, document.body);
});

test('Ctrl and Enter finish the moment, also from within its text', (context) => {
    const calls = keyboard(context);
    at('textarea[name=words]').focus();
    press('Enter', { ctrlKey: true });
    press('Enter', { metaKey: true });
    assert.deepEqual(calls, ['finish', 'finish']);
    assert.equal(press('Enter'), false);
});

test('keys that choose a Chinese character do nothing else', (context) => {
    const calls = keyboard(context);
    assert.equal(press('1', { isComposing: true }), false);
    assert.deepEqual(calls, []);
});

for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
    test(`a shortcut of the browser’s own stays (${Object.keys(more)})`, (context) => {
        const calls = keyboard(context);
        assert.equal(press('l', more), false);
        assert.deepEqual(calls, []);
    });
}

test('on a score, sideways keys and the space bar choose, and up and down lead to the next criterion', (context) => {
    const calls = keyboard(context);
    at('[name=mark-opening]').focus();
    for (const key of [' ', 'ArrowLeft', 'ArrowRight']) {
        assert.equal(press(key), false, key);
    }
    press('ArrowDown');
    assert.deepEqual(calls, ['criterion 1']);
});

test('on a button or a box the space bar presses it; other keys go on working', (context) => {
    const calls = keyboard(context);
    for (const place of ['[data-other]', '[data-hold]']) {
        at(place).focus();
        assert.equal(press(' '), false);
    }
    press('k');
    assert.deepEqual(calls, ['toggle']);
});

test('who may only read plays and seeks, and notes nothing', (context) => {
    const { player } = gradingPage(context);
    startKeys(/** @type {any} */ (player), undefined, { move: () => false, score: () => {} });
    ['n', 'i', 'o', 'k'].forEach((key) => press(key));
    press('Enter', { ctrlKey: true });
    assert.deepEqual(player.calls, ['toggle']);
});
