import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeClock } from '#support/fake-clock.js';
import { watchOne } from '#js/videos/making.js';

test('the page is shown anew once the copies are made, but not while a file is being sent from it', async () => {
    const clock = new FakeClock();
    const video = { state: 'making', copiesMade: 1 };
    /** @type {number[]} */
    const shown = [];
    let sending = true;
    let reloads = 0;
    watchOne('harvest', (made) => shown.push(made), {
        api: { json: async () => /** @type {any} */ ({ ...video }) },
        clock,
        busy: () => sending,
        reload: () => (reloads += 1),
    });
    await clock.pass(3_000);
    Object.assign(video, { state: 'ready', copiesMade: 3 });
    await clock.pass(3_000);
    assert.deepEqual([shown, reloads], [[1, 3], 0]);
    sending = false;
    await clock.pass(3_000);
    assert.equal(reloads, 1);
    await clock.pass(9_000);
    assert.equal(reloads, 1);
});
