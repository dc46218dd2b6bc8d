import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTime } from '#js/practice/page/in-time.js';
import { FakeClock } from '#support/fake-clock.js';

test('what comes in time is had, and nothing runs on', async () => {
    const clock = new FakeClock();
    assert.equal(await inTime(async () => 'readings', 2_000, clock), 'readings');
    assert.equal(clock.nextMs, undefined);
});

test('what never ends, or fails, is gone on without', async (context) => {
    context.mock.method(console, 'warn', () => {});
    const clock = new FakeClock();
    const waited = inTime(() => new Promise(() => {}), 2_000, clock);
    await clock.pass(2_000);
    assert.equal(await waited, undefined);
    assert.equal(await inTime(async () => Promise.reject(new Error('no code')), 2_000, clock), undefined);
});
