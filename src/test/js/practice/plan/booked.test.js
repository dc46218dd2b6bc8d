import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isBookingUnsent, isWaiting, planned } from '#js/practice/attempt/attempt.js';
import { daysAhead } from '#js/practice/plan/booked.js';

const at = (/** @type {number} */ day, /** @type {number} */ hour) => new Date(2026, 10, day, hour, 30);

for (const [when, now, days] of [
    [at(27, 19), at(27, 8), 0],
    [at(27, 0), at(27, 23), 0],
    [at(28, 0), at(27, 23), 1],
    [at(26, 23), at(27, 0), -1],
    [new Date(2026, 11, 1), at(30, 12), 1],
]) {
    test(`${when} is ${days} days ahead of ${now}`, () =>
        assert.equal(daysAhead(/** @type {Date} */ (when), /** @type {Date} */ (now)), days));
}

test('a booking waits for the server until it is taken or refused, or something is recorded', () => {
    const attempt = { ...planned('chunmei', { title: 'Rice', format: 'pitch' }), booking: { at: '2026-11-27T11:30:00Z' } };
    assert.equal(isBookingUnsent(attempt) && isWaiting(attempt), true);
    for (const outcome of ['sent', 'refused']) {
        assert.equal(isWaiting({ ...attempt, booking: { ...attempt.booking, [outcome]: true } }), false);
    }
    assert.equal(isBookingUnsent({ ...attempt, takes: [/** @type {any} */ ({})] }), false);
    assert.equal(isWaiting(planned('chunmei', { title: 'Rice', format: 'pitch' })), false);
});
