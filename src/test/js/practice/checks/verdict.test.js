import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pictureOf, soundOf, verdictOf } from '#js/practice/checks/verdict.js';

for (const [value, threshold, verdict] of [
    [1200, { atLeast: 1200, poor: 400 }, 'good'],
    [1199, { atLeast: 1200, poor: 400 }, 'fair'],
    [400, { atLeast: 1200, poor: 400 }, 'fair'],
    [399, { atLeast: 1200, poor: 400 }, 'poor'],
    [20, { atMost: 20, poor: 40 }, 'good'],
    [21, { atMost: 20, poor: 40 }, 'fair'],
    [40, { atMost: 20, poor: 40 }, 'fair'],
    [41, { atMost: 20, poor: 40 }, 'poor'],
    [0, { atMost: 0 }, 'good'],
    [1, { atMost: 0 }, 'poor'],
    [29, { atLeast: 30 }, 'poor'],
    [undefined, { atLeast: 30, poor: 10 }, 'unknown'],
    [NaN, { atLeast: 30, poor: 10 }, 'unknown'],
    [5, {}, 'unknown'],
]) {
    test(`${value} is ${verdict} for ${JSON.stringify(threshold)}`, () =>
        assert.equal(verdictOf(/** @type {any} */ (value), /** @type {any} */ (threshold)), verdict));
}

const second = (/** @type {any} */ more) => ({ voiced: 0, syllables: 0, noiseDb: -55, clippedTenths: 0, ...more });

test('the voice is held against the room, and a silent host is not a faint one', () => {
    assert.deepEqual(
        soundOf([second({}), second({ voiceDb: -30 }), second({ voiceDb: -35, noiseDb: -50 })]),
        { voice_over_noise_db: 25, clipped_percent: 0 },
    );
    assert.deepEqual(soundOf([second({}), second({})]), {});
    assert.deepEqual(soundOf([]), {});
});

test('what was cut off is a share of the time', () =>
    assert.equal(soundOf([second({ voiceDb: -3, clippedTenths: 5 }), second({})]).clipped_percent, 25));

test('of the camera’s movement the larger half counts; what nothing tells is not there', () => {
    const readings = [
        { brightness: 40, backlight: 10 },
        { brightness: 60, backlight: 20, shift: 0, sharpness: 30 },
        { brightness: 50, backlight: 0, shift: 8 },
    ];
    assert.deepEqual(pictureOf(readings),
        { brightness: 50, backlight: 10, sharpness: 30, movement: 8 });
    assert.equal(pictureOf([{ brightness: 40, backlight: 10 }]).movement, undefined);
    assert.deepEqual(pictureOf([]), {});
});
