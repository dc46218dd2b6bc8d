import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCardRun } from '#js/people/card-run.js';

/** Runs what was put off, one after another, until nothing is. */
async function untilQuiet(/** @type {(() => void)[]} */ waiting) {
    for (let work = waiting.shift(); work; work = waiting.shift()) {
        await work();
    }
}

test('the page is looked at until all cards are made', async () => {
    /** @type {(() => void)[]} */
    const waiting = [];
    const pages = ['1 of 3', '2 of 3', '3 of 3'];
    /** @type {string[]} */
    const shown = [];
    createCardRun({
        load: async () => pages[shown.length],
        show: (html) => shown.push(html) < 3,
        later: (work) => waiting.push(work),
    }).start();

    await untilQuiet(waiting);

    assert.deepEqual(shown, pages);
});

test('a network that is away for a while ends nothing', async () => {
    /** @type {(() => void)[]} */
    const waiting = [];
    let asked = 0;
    createCardRun({
        load: async () => {
            asked += 1;
            if (asked < 3) {
                throw new Error('away');
            }
            return 'made';
        },
        show: () => false,
        later: (work) => waiting.push(work),
    }).start();

    await untilQuiet(waiting);

    assert.equal(asked, 3);
});
