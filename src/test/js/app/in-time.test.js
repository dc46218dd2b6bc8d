import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTime } from '#js/app/in-time.js';
import { FakeClock } from '#support/fake-clock.js';

test('what comes in time is had', async () => {
    assert.equal(await inTime(Promise.resolve('readings'), 2_000, new FakeClock()), 'readings');
});

test('what never ends, or fails, is gone on without', async (context) => {
    context.mock.method(console, 'warn', () => {});
    const clock = new FakeClock();
    const waited = inTime(new Promise(() => {}), 2_000, clock);
    await clock.pass(2_000);
    assert.equal(await waited, undefined);
    assert.equal(await inTime(Promise.reject(new Error('no code')), 2_000, clock), undefined);
});
