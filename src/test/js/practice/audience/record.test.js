import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planned } from '#js/practice/attempt/attempt.js';
import { askedBefore, remembered, report } from '#js/practice/audience/record.js';

const AUDIENCE = /** @type {any} */ ({ scenario: { slug: 'fruit-first', version: '0123456789abcdef' }, intensity: 'gentle' });
const take = (/** @type {number} */ number, /** @type {number} */ ms) =>
    ({ take: number, type: 'video/mp4', startedAt: '', endedAt: '', pieces: /** @type {[number, number][]} */ ([[1, ms]]), safe: [] });
const asked = (/** @type {string} */ event, /** @type {number} */ number, /** @type {number} */ ms, more = {}) =>
    ({ event, says: 0, at: { take: number, ms }, heard: true, reminders: 0, ...more });

/** Two takes, of 8 s and 5 s; the first died a little after its last stored byte. */
function attempt() {
    const one = planned('chunmei', { title: '', format: 'pitch' }, AUDIENCE);
    one.takes = [take(1, 8_000), take(2, 5_000)];
    one.audience.asked = [asked('hello', 1, 6_000, { answeredAfterMs: 900 }), asked('lost', 1, 9_000), asked('sweet', 2, 1_000), asked('gone', 3, 0)];
    return one;
}

test('what was asked lies at recorded times of the whole attempt; what was not recorded is asked anew', () => {
    assert.deepEqual(askedBefore(attempt()).map(({ event, ms }) => [event, ms]), [['hello', 6_000], ['sweet', 9_000]]);
});

test('it is kept at times of its takes, those of earlier takes as they were', () => {
    const one = attempt();
    const all = [...askedBefore(one), { event: 'bye', says: 1, ms: 14_500, heard: false, reminders: 0 }];
    assert.deepEqual(remembered(all, one.audience.asked, 3, 13_000).map(({ event, at }) => [event, at]), [
        ['hello', { take: 1, ms: 6_000 }], ['sweet', { take: 2, ms: 1_000 }], ['bye', { take: 3, ms: 1_500 }],
    ]);
});

test('the server is told the scenario, its version, and what lies in the recording', () => {
    assert.deepEqual(report(attempt()), {
        scenario: 'fruit-first', version: '0123456789abcdef', intensity: 'gentle',
        asked: [asked('hello', 1, 6_000, { answeredAfterMs: 900 }), asked('sweet', 2, 1_000)],
    });
});

test('where nobody said anything, or nobody watched, nothing is told', () => {
    assert.equal(report({ ...attempt(), takes: [take(4, 9_000)] }), undefined);
    assert.equal(report(planned('chunmei', { title: '', format: 'pitch' })), undefined);
});

test('another attempt at the same plan has the same viewers, who have asked nothing yet', () => {
    const { audience } = planned('chunmei', { title: '', format: 'pitch' }, attempt().audience);
    assert.deepEqual(audience, { ...AUDIENCE, asked: [] });
});
