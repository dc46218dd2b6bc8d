import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serverMirrorOf } from '#js/practice/mirror/server-mirror.js';

const BANDS = /** @type {any} */ ({
    pictureFaultFrom: 0.15, slowBelow: 3, hurriedFrom: 5.5, littleSpeechBelow: 0.35, faintBelow: 15, loudFrom: 0.05,
});

/** @param {import('#js/practice/mirror/server-mirror.js').MeasuredSpan[]} spans @param {object} [more] */
const mirror = (spans, more) =>
    serverMirrorOf({ lengthMs: 100_000, soundOnly: false, spans, steps: [], products: [], asked: [], ...more }, BANDS);

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
    assert.deepEqual(mirror([], { soundOnly: true }).findings.map(({ topic }) => topic), ['silence']);
});

/** @type {import('#js/practice/mirror/steps.js').StepTaken[]} */
const STEPS = [
    { ref: 'first-tell', title: '介绍苹果', plannedMs: 30_000, tookMs: 80_000, atMs: 0 },
    { ref: 'second-tell', title: '介绍核桃', plannedMs: 30_000, tookMs: 0 },
];

test('the plan is laid beside what was done, and what was left out is the next thing to try when all else is well', () => {
    const { steps, products, next } = mirror([], { steps: STEPS, products: ['苹果', '核桃'] });
    assert.deepEqual(steps, STEPS);
    assert.deepEqual(products.map(({ title, tookMs }) => `${title} ${tookMs}`), ['苹果 80000', '核桃 0']);
    assert.deepEqual(next, { what: 'step-left-out', step: '介绍核桃' });
});

test('a recording in which nobody marked a step has no plan beside it', () => {
    const { steps, products, next } = mirror([], { steps: [STEPS[1]] });
    assert.deepEqual([steps, products, next], [[], [], { what: 'look-yourself' }]);
});

test('viewers who waited in vain come first', () => {
    assert.deepEqual(mirror([], { steps: STEPS, asked: [{ heard: true, ms: 6_000 }] }).next, { what: 'unanswered', atMs: 6_000 });
});

const HEARD = { listenedMs: 60_000, speechMs: 30_000, syllables: 120, voiceOverNoiseDb: 20, loudMs: 0 };

/** @param {object} heard */
const said = (heard) => mirror([], { soundOnly: true, heard: { ...HEARD, ...heard } });

test('what the phone that recorded heard is said on every phone of its trainee', () => {
    const { findings, next } = said({});
    assert.deepEqual(findings.map(({ topic, band }) => `${topic} ${band}`), [
        'pace good', 'share good', 'voice good', 'loud good', 'silence good',
    ]);
    assert.deepEqual(next, { what: 'all-well' });
});

for (const [what, heard, topic, next] of /** @type {[string, object, string, string][]} */ ([
    ['fast speech', { syllables: 165 }, 'pace hurried', 'pace-hurried'],
    ['slow speech', { syllables: 89 }, 'pace slow', 'pace-slow'],
    ['little speech', { speechMs: 20_000, syllables: 80 }, 'share little', 'share-little'],
    ['a voice that the room drowns', { voiceOverNoiseDb: 14.9 }, 'voice faint', 'voice-faint'],
    ['sound that was cut off', { loudMs: 3_000 }, 'loud some', 'loud-some'],
])) {
    test(`${what} counts from the county's band on, and is the next thing to try`, () => {
        const found = said(heard);
        assert.ok(found.findings.some((one) => `${one.topic} ${one.band}` === topic));
        assert.deepEqual(found.next, { what: next });
    });
}

test('of too little speech nothing is said of its pace, and of none nothing at all', () => {
    assert.deepEqual(said({ speechMs: 4_999 }).findings.map(({ topic }) => topic), ['share', 'voice', 'loud', 'silence']);
    assert.deepEqual(said({ speechMs: 0, voiceOverNoiseDb: undefined }).findings.map(({ topic }) => topic), ['silence']);
});

test('a recording in which the server hears nothing has no voice, whatever its phone heard', () => {
    assert.deepEqual(mirror([span('silent', 0, 99_000)], { heard: HEARD }).findings[0].band, 'none');
});
