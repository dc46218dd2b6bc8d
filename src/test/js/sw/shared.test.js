import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createShared } from '#sw/shared.js';

test('what is under way is not begun again, and is begun anew once it is over', async () => {
    const once = createShared();
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
    const once = createShared();

    await assert.rejects(once('/learn', () => Promise.reject(new Error('no network'))));

    assert.equal(await once('/learn', async () => 'stored'), 'stored');
    assert.equal(await once('/practice', async () => 'full'), 'full');
});
