import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStop } from '#js/family/stop.js';

/**
 * A helper's phone with so much unsent.
 *
 * @param {(() => Promise<number>)} unsent
 * @param {{send?: () => Promise<unknown>, keeps?: boolean}} [more]
 */
function phone(unsent, { send = async () => {}, keeps } = {}) {
    const seen = { sent: /** @type {number[]} */ ([]), warned: /** @type {number[]} */ ([]), stopped: 0 };
    const press = createStop({
        unsent,
        send,
        sending: (count) => seen.sent.push(count),
        warn: (count) => seen.warned.push(count),
        stop: () => seen.stopped++,
        keeps,
    });
    return { seen, press };
}

test('where everything is sent one press stops', async () => {
    const { seen, press } = phone(async () => 0);
    await press();
    assert.deepEqual(seen, { sent: [], warned: [], stopped: 1 });
});

test('what waits is sent first, and then one press stops', async () => {
    let left = 3;
    const { seen, press } = phone(async () => left, { send: async () => (left = 0) });
    await press();
    assert.deepEqual(seen, { sent: [3], warned: [], stopped: 1 });
});

test('what cannot be sent is said; only a second press gives it up', async () => {
    const { seen, press } = phone(async () => 3);
    await press();
    assert.deepEqual(seen, { sent: [3], warned: [3], stopped: 0 });
    await press();
    assert.deepEqual(seen, { sent: [3], warned: [3], stopped: 1 });
});

test('what came since is tried and said too', async () => {
    let count = 1;
    const { seen, press } = phone(async () => count);
    await press();
    count = 2;
    await press();
    assert.deepEqual(seen, { sent: [1, 2], warned: [1, 2], stopped: 0 });
});

test('the trainee’s own phone keeps what cannot be sent, so one press is enough', async () => {
    const { seen, press } = phone(async () => 3, { keeps: true });
    await press();
    assert.deepEqual(seen, { sent: [3], warned: [], stopped: 1 });
});

test('a phone that stores nothing stops at once', async () => {
    const { seen, press } = phone(() => Promise.reject(new Error('no database')));
    await press();
    assert.equal(seen.stopped, 1);
});

test('whoever presses again while it is being sent stops once, and gives nothing up', async () => {
    const { seen, press } = phone(async () => 3);
    await Promise.all([press(), press()]);
    assert.deepEqual(seen, { sent: [3], warned: [3], stopped: 0 });
    await Promise.all([press(), press()]);
    assert.equal(seen.stopped, 1);
});
