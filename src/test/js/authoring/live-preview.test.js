import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeClock } from '#support/fake-clock.js';
import { livePreview } from '#js/authoring/live-preview.js';
import { lineAt } from '#js/authoring/lines.js';

/** @param {() => Promise<string | null>} check */
function desk(check) {
    const clock = new FakeClock();
    /** @type {string[]} */
    const found = [];
    let shown = 0;
    const preview = livePreview({ clock, show: () => (shown += 1), check, found: (html) => found.push(html) });
    return { clock, found, preview, shown: () => shown };
}

test('what is typed is shown and checked once, a moment after typing stops', async () => {
    const { clock, found, preview, shown } = desk(async () => '<p>fine</p>');
    preview.typed();
    await clock.pass(600);
    preview.typed();
    await clock.pass(600);
    assert.equal(shown(), 0);
    await clock.pass(200);
    assert.equal(shown(), 1);
    assert.deepEqual(found, ['<p>fine</p>']);
});

test('an answer about an older text is not shown, and none at all leaves what was there', async () => {
    /** @type {((html: string | null) => void)[]} */
    const answers = [];
    const { clock, found, preview } = desk(() => new Promise((resolve) => answers.push(resolve)));
    preview.typed();
    await clock.pass(700);
    preview.typed();
    await clock.pass(700);
    answers[1]('newer');
    answers[0]('older');
    await clock.pass(1);
    assert.deepEqual(found, ['newer']);
    preview.typed();
    await clock.pass(700);
    answers[2](null);
    await clock.pass(1);
    assert.deepEqual(found, ['newer']);
});

test('a line is found by its number, and the last one where there are fewer', () => {
    assert.deepEqual(lineAt('ab\ncde\n', 1), [0, 2]);
    assert.deepEqual(lineAt('ab\ncde\n', 2), [3, 6]);
    assert.deepEqual(lineAt('ab\ncde', 9), [3, 6]);
});
