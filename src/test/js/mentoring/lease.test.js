import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LeaseRenewal } from '#js/mentoring/lease.js';
import { FakeClock } from '#support/fake-clock.js';

const TWENTY_MINUTES = 20 * 60_000;

/** @param {{saved?: boolean, claim?: () => Promise<null>}} [how] */
function lease({ saved = true, claim = async () => null } = {}) {
    const clock = new FakeClock();
    /** @type {string[]} */
    const claims = [];
    const made = new LeaseRenewal({
        attempt: 'attempt-1',
        api: { claim: (attempt = '') => {
            claims.push(attempt);
            return claim();
        } },
        autosave: { flush: async () => saved },
        clock,
    });
    made.start();
    return { made, clock, claims };
}

test('while somebody watches, the lease is renewed every 20 minutes', async () => {
    const { made, clock, claims } = lease();
    for (let i = 0; i < 3; i++) {
        made.worked();
        await clock.pass(TWENTY_MINUTES);
    }
    assert.deepEqual(claims, ['attempt-1', 'attempt-1', 'attempt-1']);
});

test('a window left open is not renewed', async () => {
    const { clock, claims } = lease();
    await clock.pass(3 * TWENTY_MINUTES);
    assert.deepEqual(claims, []);
});

test('with words that could not be saved it is not renewed', async () => {
    const { made, clock, claims } = lease({ saved: false });
    made.worked();
    await clock.pass(TWENTY_MINUTES);
    assert.deepEqual(claims, []);
});

test('a renewal that fails is tried again 20 minutes of watching later', async () => {
    const { made, clock, claims } = lease({ claim: async () => Promise.reject(new Error('no network')) });
    made.worked();
    await clock.pass(TWENTY_MINUTES);
    made.worked();
    await clock.pass(TWENTY_MINUTES);
    assert.equal(claims.length, 2);
});
