import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createShared } from '#sw/shared.js';

const never = () => new Promise(() => {});

test('what is under way is not begun again, and is begun anew once it is over', async () => {
    const once = createShared(never);
    let begun = 0;
    /** @type {(outcome: string) => void} */
    let end = () => {};
    const work = () => {
        begun++;
        return new Promise((resolve) => (end = resolve));
    };

    const both = [once('/learn', work), once('/learn', work)];
    end('stored');

    assert.deepEqual(await Promise.all(both), ['stored', 'stored']);
    assert.equal(begun, 1);
    once('/learn', work);
    assert.equal(begun, 2);
});

test('different work is not mixed up, and what failed is tried again', async () => {
    const once = createShared(never);

    await assert.rejects(once('/learn', () => Promise.reject(new Error('no network'))));

    assert.equal(await once('/learn', async () => 'stored'), 'stored');
    assert.equal(await once('/practice', async () => 'full'), 'full');
});

test('what hangs in the network keeps nobody from trying again, and does not end what was begun since', async () => {
    /** @type {(() => void)[]} */
    const times = [];
    const once = createShared(() => new Promise((resolve) => times.push(() => resolve(undefined))));
    /** @type {((outcome: string) => void)[]} */
    const ends = [];
    const work = () => new Promise((resolve) => ends.push(resolve));

    const hanging = once('/learn', work);
    times[0]();
    await Promise.resolve();
    once('/learn', work);
    assert.equal(ends.length, 2);
    ends[0]('late');

    assert.equal(await hanging, 'late');
    once('/learn', work);
    assert.equal(ends.length, 2);
});
