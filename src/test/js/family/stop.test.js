import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStop } from '#js/family/stop.js';

/** A helper's phone with so much unsent. @param {(() => Promise<number>)} unsent */
function phone(unsent) {
    const seen = { warned: /** @type {number[]} */ ([]), stopped: 0 };
    return { seen, press: createStop({ unsent, warn: (count) => seen.warned.push(count), stop: () => seen.stopped++ }) };
}

test('where everything is sent one press stops', async () => {
    const { seen, press } = phone(async () => 0);
    await press();
    assert.deepEqual(seen, { warned: [], stopped: 1 });
});

test('what has not been sent is said first; only a second press gives it up', async () => {
    const { seen, press } = phone(async () => 3);
    await press();
    assert.deepEqual(seen, { warned: [3], stopped: 0 });
    await press();
    assert.deepEqual(seen, { warned: [3], stopped: 1 });
});

test('what came since is said too', async () => {
    let count = 1;
    const { seen, press } = phone(async () => count);
    await press();
    count = 2;
    await press();
    assert.deepEqual(seen, { warned: [1, 2], stopped: 0 });
});

test('a phone that stores nothing stops at once', async () => {
    const { seen, press } = phone(() => Promise.reject(new Error('no database')));
    await press();
    assert.equal(seen.stopped, 1);
});
