import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mirrorOf } from '#js/practice/mirror/mirror.js';
import { compared, productsTaken, stepsTaken } from '#js/practice/mirror/steps.js';

/** @type {import('#js/practice/mirror/mirror.js').Bands} */
const BANDS = {
    slowBelow: 3, hurriedFrom: 5.5, silenceFromMs: 5_000, littleSpeechBelow: 0.35, faintBelow: 15, loudFrom: 0.05,
    darkBelow: 35, backlitFrom: 25, backlitBelow: 45, shakyFrom: 1.5, blurredBelow: 12, pictureFaultFrom: 0.15,
};

/**
 * Seconds in which somebody speaks well: four syllables each.
 *
 * @param {number} count
 * @param {Partial<import('#js/practice/signals/sound-meter.js').SoundReading>} [but]
 * @param {number} [from] second
 */
function seconds(count, but = {}, from = 0) {
    const sound = { voiced: 0b1111111111, syllables: 4, voiceDb: -25, noiseDb: -55, clippedTenths: 0, ...but };
    return Array.from({ length: count }, (_, i) => ({ ms: 1_000 * (from + i), sound }));
}

const QUIET_SECOND = { voiced: 0, syllables: 0, voiceDb: undefined };

/**
 * @param {number} count
 * @param {Partial<import('#js/practice/signals/picture-meter.js').PictureReading>} [but]
 * @param {number} [from] second
 */
function pictures(count, but = {}, from = 0) {
    const picture = { brightness: 50, backlight: 0, sharpness: 40, shift: 0.2, ...but };
    return Array.from({ length: count }, (_, i) => ({ ms: 1_000 * (from + i), picture }));
}

/** @param {Partial<import('#js/practice/mirror/mirror.js').Measured>} but */
function mirror(but) {
    const plain = { lengthMs: 60_000, sounds: seconds(60), pictures: pictures(60), planned: [], begun: [], products: [], asked: [] };
    return mirrorOf({ ...plain, ...but }, BANDS);
}

/** @param {ReturnType<typeof mirror>} mirrored @param {string} topic */
function finding({ findings }, topic) {
    return findings.find((one) => one.topic === topic);
}

for (const [syllables, band] of /** @type {[number, string][]} */ ([[2, 'slow'], [4, 'good'], [7, 'hurried']])) {
    test(`${syllables} syllables a second are a pace that is ${band}`, () => {
        assert.equal(finding(mirror({ sounds: seconds(60, { syllables }) }), 'pace')?.band, band);
    });
}

test('pace leaves pauses out, and points to where it was most hurried', () => {
    const sounds = [
        ...seconds(15), ...seconds(15, QUIET_SECOND, 15), ...seconds(15, { syllables: 8 }, 30), ...seconds(15, { syllables: 7 }, 45),
    ];
    assert.deepEqual(finding(mirror({ sounds }), 'pace'), {
        topic: 'pace', band: 'hurried', spans: [{ fromMs: 30_000, toMs: 45_000 }, { fromMs: 45_000, toMs: 60_000 }],
    });
});

test('the longest silence comes first, and the shortest that is too long last', () => {
    const sounds = [
        ...seconds(10), ...seconds(6, QUIET_SECOND, 10), ...seconds(10, {}, 16), ...seconds(9, QUIET_SECOND, 26),
        ...seconds(25, {}, 35),
    ];
    assert.deepEqual(finding(mirror({ sounds }), 'silence'), {
        topic: 'silence', band: 'long', spans: [{ fromMs: 26_000, toMs: 35_000 }, { fromMs: 10_000, toMs: 16_000 }],
    });
});

test('a pause between two takes is no silence', () => {
    const sounds = [...seconds(20), ...seconds(20, {}, 30)];
    assert.deepEqual(finding(mirror({ sounds }), 'silence'), { topic: 'silence', band: 'good', spans: [] });
});

/** @type {[string, Partial<import('#js/practice/mirror/mirror.js').Measured>, string, number | undefined][]} */
const FIRST = [
    ['nobody is heard', { sounds: seconds(60, QUIET_SECOND) }, 'voice-none', undefined],
    ['a fan drowns the voice', { sounds: seconds(60, { noiseDb: -33 }), pictures: pictures(60, { brightness: 10 }) }, 'voice-faint', 0],
    ['it is too loud', { sounds: [...seconds(50), ...seconds(10, { clippedTenths: 4 }, 50)] }, 'loud-some', 50_000],
    ['it is dark', { pictures: [...pictures(30), ...pictures(30, { brightness: 20 }, 30)] }, 'light-some', 30_000],
    ['a window is behind', { pictures: pictures(60, { brightness: 30 + 10, backlight: 40 }) }, 'backlight-some', 0],
    ['viewers wait', { asked: [{ heard: true, ms: 9_000 }] }, 'unanswered', 9_000],
    ['it is silent', { sounds: [...seconds(20), ...seconds(8, QUIET_SECOND, 20), ...seconds(32, {}, 28)] }, 'silence-long', 20_000],
    ['it is hurried', { sounds: seconds(60, { syllables: 7 }) }, 'pace-hurried', 0],
    ['it shakes', { pictures: pictures(60, { shift: 4 }) }, 'steady-some', 0],
    ['it is blurred', { pictures: pictures(60, { sharpness: 3 }) }, 'sharp-some', 0],
    ['all is well', {}, 'all-well', undefined],
    ['nothing was measured', { sounds: [], pictures: [] }, 'look-yourself', undefined],
];
for (const [when, measured, what, atMs] of FIRST) {
    test(`where ${when}, the one thing to try next is ${what}`, () => {
        assert.deepEqual(mirror(measured).next, { what, ...(atMs !== undefined && { atMs }) });
    });
}

test('viewers that this phone could not hear answered are no reproach', () => {
    assert.equal(mirror({ asked: [{ heard: false, ms: 9_000 }] }).next.what, 'all-well');
});

test('a hand before the lens is no darkness', () => {
    const briefly = [...pictures(20), ...pictures(2, { brightness: 0 }, 20), ...pictures(20, {}, 22)];
    assert.equal(finding(mirror({ pictures: briefly }), 'light')?.band, 'good');
});

test('what the camera cannot tell is not said', () => {
    const { findings } = mirror({ pictures: pictures(60, { sharpness: undefined, shift: undefined }) });
    assert.deepEqual(findings.slice(-2).map(({ topic }) => topic), ['light', 'backlight']);
});

const SHOW = [['welcome', 50], ['lead-tell', 90], ['lead-price', 30], ['second-tell', 75], ['second-price', 25], ['close', 30]]
    .map(([ref, s]) => ({ ref: String(ref), title: `${ref}.`, seconds: Number(s) }));
const BEGUN = [['welcome', 0], ['lead-tell', 40], ['lead-price', 200], ['second-tell', 235], ['second-price', 300]]
    .map(([ref, s]) => ({ ref: String(ref), ms: 1_000 * Number(s) }));

test('each step is laid beside its plan', () => {
    const steps = stepsTaken(SHOW, BEGUN, 310_000);
    assert.deepEqual(steps.map(({ tookMs }) => tookMs / 1_000), [40, 160, 35, 65, 10, 0]);
    assert.deepEqual(steps.map(compared), ['as-planned', 'longer', 'as-planned', 'as-planned', 'shorter', 'left-out']);
});

test('each product is laid beside its plan, and a single one is not told twice', () => {
    assert.deepEqual(productsTaken(stepsTaken(SHOW, BEGUN, 310_000), ['苹果', '核桃']), [
        { ref: 'lead', title: '苹果', plannedMs: 120_000, tookMs: 195_000, atMs: 40_000 },
        { ref: 'second', title: '核桃', plannedMs: 100_000, tookMs: 75_000, atMs: 235_000 },
    ]);
    assert.deepEqual(productsTaken(stepsTaken(SHOW.slice(0, 3), BEGUN, 310_000), ['苹果']), []);
});

test('a step that was left out is the thing to try when all else is well', () => {
    const { next } = mirror({ planned: SHOW, begun: BEGUN, lengthMs: 310_000 });
    assert.deepEqual(next, { what: 'step-left-out', step: 'close.' });
});
