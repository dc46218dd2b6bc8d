import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serverMirrorOf } from '#js/practice/mirror/server-mirror.js';

const BANDS = /** @type {any} */ ({ pictureFaultFrom: 0.15 });

/** @param {import('#js/practice/mirror/server-mirror.js').MeasuredSpan[]} spans @param {boolean} [soundOnly] */
const mirror = (spans, soundOnly = false) => serverMirrorOf({ lengthMs: 100_000, soundOnly, spans }, BANDS);

/** @param {string} kind @param {number} fromMs @param {number} toMs */
const span = (kind, fromMs, toMs) => /** @type {any} */ ({ kind, fromMs, toMs });

test('where nothing was found it is good, and nothing is said of what only a listening phone can tell', () => {
    const { findings, next } = mirror([]);
    assert.deepEqual(findings.map(({ topic, band }) => `${topic} ${band}`), ['silence good', 'light good', 'sharp good']);
    assert.deepEqual(next, { what: 'look-yourself' });
});

test('the longest silence comes first, and is the next thing to try', () => {
    const { findings, next } = mirror([span('silent', 10_000, 16_000), span('silent', 40_000, 52_000)]);
    assert.deepEqual(findings[0], {
        topic: 'silence', band: 'long', spans: [{ fromMs: 40_000, toMs: 52_000 }, { fromMs: 10_000, toMs: 16_000 }],
    });
    assert.deepEqual(next, { what: 'silence-long', atMs: 40_000 });
});

test('a recording in which nothing is heard has no pauses that are too long: it has no voice', () => {
    assert.deepEqual(mirror([span('silent', 0, 99_000)]).next, { what: 'voice-none' });
});

for (const [kind, topic] of [['dark', 'light'], ['blurred', 'sharp']]) {
    test(`a picture that is ${kind} counts from the share on that the county sets`, () => {
        const band = (/** @type {number} */ toMs) => mirror([span(kind, 0, toMs)]).findings.find((one) => one.topic === topic)?.band;
        assert.deepEqual([band(14_000), band(15_000)], ['good', 'some']);
    });
}

test('of sound alone nothing is said of the picture', () => {
    assert.deepEqual(mirror([], true).findings.map(({ topic }) => topic), ['silence']);
});
