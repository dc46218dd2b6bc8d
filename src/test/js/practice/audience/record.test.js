import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planned } from '#js/practice/attempt/attempt.js';
import { audienceReport, occurrencesOf, toStored } from '#js/practice/audience/record.js';

const AUDIENCE = /** @type {any} */ ({ scenario: { slug: 'fruit-first', version: '0123456789abcdef' }, intensity: 'gentle' });
const take = (/** @type {number} */ number, /** @type {number} */ ms) =>
    ({ take: number, type: 'video/mp4', startedAt: '', endedAt: '', pieces: /** @type {[number, number][]} */ ([[1, ms]]), safe: [] });
const asked = (/** @type {string} */ event, /** @type {number} */ number, /** @type {number} */ ms, more = {}) =>
    ({ event, says: 0, at: { take: number, ms }, heard: true, reminders: 0, ...more });

/** Two takes, of 8 s and 5 s; the first was cut off a little after its last stored byte. */
function attempt() {
    const occurrences = [
        asked('hello', 1, 6_000, { answeredAfterMs: 900 }), asked('lost', 1, 9_000), asked('sweet', 2, 1_000), asked('gone', 3, 0),
    ];
    const audience = { ...AUDIENCE, asked: occurrences };
    return { ...planned('chunmei', { title: '', format: 'pitch' }), takes: [take(1, 8_000), take(2, 5_000)], audience };
}

test('occurrences have recorded times of the whole attempt; those that were not recorded come again', () => {
    assert.deepEqual(occurrencesOf(attempt()).map(({ event, ms }) => [event, ms]), [['hello', 6_000], ['sweet', 9_000]]);
});

test('they are stored at times of their takes, those of earlier takes unchanged', () => {
    const one = attempt();
    const all = [...occurrencesOf(one), { event: 'bye', says: 1, ms: 14_500, heard: false, reminders: 0 }];
    assert.deepEqual(toStored(all, one.audience.asked, 3, 13_000).map(({ event, at }) => [event, at]), [
        ['hello', { take: 1, ms: 6_000 }], ['sweet', { take: 2, ms: 1_000 }], ['bye', { take: 3, ms: 1_500 }],
    ]);
});

test('the report has the scenario, its version, and the occurrences in the recording', () => {
    assert.deepEqual(audienceReport(attempt()), {
        scenario: 'fruit-first', version: '0123456789abcdef', intensity: 'gentle',
        asked: [asked('hello', 1, 6_000, { answeredAfterMs: 900 }), asked('sweet', 2, 1_000)],
    });
});

test('without occurrences or without an audience there is no report', () => {
    assert.equal(audienceReport({ ...attempt(), takes: [take(4, 9_000)] }), undefined);
    assert.equal(audienceReport(planned('chunmei', { title: '', format: 'pitch' })), undefined);
});

test('another attempt at the same plan has the same viewers, with no occurrences yet', () => {
    const { audience } = planned('chunmei', { title: '', format: 'pitch' }, attempt());
    assert.deepEqual(audience, { ...AUDIENCE, asked: [] });
});
