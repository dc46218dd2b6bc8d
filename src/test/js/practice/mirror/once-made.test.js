import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onceMade } from '#js/practice/mirror/once-made.js';
import { FakeClock } from '#support/fake-clock.js';

test('what the server measured is looked for until it is there, and the page is fetched once', async () => {
    const clock = new FakeClock();
    const answers = [async () => ({}), () => Promise.reject(new Error('no network')), async () => ({ copies: [] })];
    let pages = 0;
    const found = onceMade({
        state: () => /** @type {() => Promise<{copies?: unknown}>} */ (answers.shift())(),
        measured: async () => `measured ${++pages}`,
        clock,
    });
    await clock.pass(45_000);
    assert.equal(await found, 'measured 1');
    assert.equal(answers.length, 0);
});

test('a page that cannot be fetched just then is fetched at the next look', async () => {
    const clock = new FakeClock();
    let pages = 0;
    const measured = async () => {
        pages++;
        return pages > 1 ? 'measured' : Promise.reject(new Error('no network'));
    };
    const found = onceMade({ state: async () => ({ copies: [] }), measured, clock });
    await clock.pass(30_000);
    assert.equal(await found, 'measured');
});

test('what does not come is not waited for without end', async () => {
    const clock = new FakeClock();
    const found = onceMade({ state: async () => ({}), measured: () => assert.fail('there is nothing'), clock });
    await clock.pass(600_000);
    assert.equal(await found, '');
    assert.equal(clock.nextMs, undefined);
});
