import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lines } from '#js/mentoring/leftover.js';
import { ReviewApi } from '#js/mentoring/review-api.js';
import { span, timeOfDay } from '#js/mentoring/times.js';
import { draftOf, moment, reviewOf } from '#support/reviews.js';

test('each call names the version it builds on', async () => {
    /** @type {any[]} */
    const calls = [];
    const api = new ReviewApi(/** @type {any} */ ({ json: async (/** @type {unknown[]} */ ...call) => calls.push(call) }));
    await api.save(reviewOf(), draftOf(), 7);
    await api.publish(reviewOf(), 8);
    await api.claim();
    await api.claim('attempt-1');
    assert.deepEqual(calls, [
        ['PUT', '/api/reviews/review-1', { json: draftOf(), headers: { 'If-Match': '"7"' } }],
        ['POST', '/api/reviews/review-1/publish', { headers: { 'If-Match': '"8"' } }],
        ['POST', '/api/reviews/claim', { json: {} }],
        ['POST', '/api/reviews/claim', { json: { attempt: 'attempt-1' } }],
    ]);
});

test('a moment reads as its second or its span', () => {
    assert.equal(span({ fromMs: 65_000, toMs: null }), '1:05');
    assert.equal(span({ fromMs: 65_000, toMs: 80_000 }), '1:05–1:20');
});

test('the time of day is Shanghai’s', () => assert.equal(timeOfDay('2026-05-04T16:30:05Z'), '00:30:05'));

test('unsaved texts are listed in the order of the recording, and empty ones are not', () => {
    const moments = [moment('b', { fromMs: 9000, words: 'later' }), moment('a', { fromMs: 1000, words: 'first' })];
    assert.deepEqual(lines(draftOf({ moments, nothingToChange: 'all good' })), ['0:01 first', '0:09 later', 'all good']);
    assert.deepEqual(lines(draftOf({ nothingToChange: ' ' })), []);
});
