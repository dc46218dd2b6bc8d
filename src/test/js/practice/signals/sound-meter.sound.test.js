import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SoundFrames } from '#js/practice/signals/sound-frames.js';
import { SoundMeter } from '#js/practice/signals/sound-meter.js';
import { inNoise, speech } from '#support/speech.js';

const RATE = 48_000;
/** As an AudioWorklet is handed them. */
const BLOCK = 128;

/** @param {Float32Array} samples @param {number} [rate] @returns {import('#js/practice/signals/sound-meter.js').SoundReading[]} */
function readings(samples, rate = RATE) {
    const frames = new SoundFrames(rate);
    const meter = new SoundMeter();
    /** @type {import('#js/practice/signals/sound-meter.js').SoundReading[]} */
    const found = [];
    for (let at = 0; at < samples.length; at += BLOCK) {
        frames.push(samples.subarray(at, at + BLOCK), (frame) => {
            const reading = meter.take(frame);
            if (reading) {
                found.push(reading);
            }
        });
    }
    return found;
}

/** @param {number} seconds @param {(second: number) => number} signal */
function samples(seconds, signal) {
    return new Float32Array(seconds * RATE).map((_, i) => signal(i / RATE));
}

test('the voice lies as far over the noise as it was laid there', () => {
    const sound = speech(150, 'f3');
    for (const db of [30, 10]) {
        const spoken = readings(inNoise(sound.samples, db, 0.5), sound.rate).slice(4).filter(({ voiceDb }) => voiceDb !== undefined);
        const over = spoken.map(({ voiceDb = 0, noiseDb }) => voiceDb - noiseDb).sort((a, b) => a - b)[spoken.length >> 1];
        // Only what lies below 4 kHz counts, of the noise its quietest, of the voice its vowels.
        assert.ok(over > db && over < db + 8, `${over} for ${db}`);
    }
});

test('silence has no voice, no syllable, and the noise of a shut microphone', () => {
    assert.deepEqual(readings(samples(3.1, () => 0)), Array(3).fill({ voiced: 0, syllables: 0, noiseDb: -66, clippedTenths: 0 }));
});

test('each second tells its tenths with voice from the first to the last', () => {
    const hum = samples(6.1, (second) => (second >= 3.22 && second < 3.66 ? 0.2 * Math.sin(2 * Math.PI * 150 * second) : 0));
    const voiced = readings(hum).map((reading) => reading.voiced.toString(2).padStart(10, '0'));
    assert.deepEqual(voiced, ['0000000000', '0000000000', '0000000000', '0001111100', '0000000000', '0000000000']);
});

test('what is too loud for the microphone is told by the tenth, what is merely loud is not', () => {
    const tone = (/** @type {number} */ gain) => (/** @type {number} */ second) => {
        const sample = gain * Math.sin(2 * Math.PI * 200 * second);
        return Math.max(-1, Math.min(1, second >= 2.23 && second < 2.46 ? sample : sample / 4));
    };
    assert.deepEqual(readings(samples(4.1, tone(2))).map(({ clippedTenths }) => clippedTenths), [0, 0, 3, 0]);
    assert.deepEqual(readings(samples(4.1, tone(0.9))).map(({ clippedTenths }) => clippedTenths), [0, 0, 0, 0]);
});

test('a minute of sound takes little of a processor', () => {
    const sound = inNoise(speech(175, 'm1').samples, 20, 0.5);
    const seconds = sound.length / 22_050;
    const before = process.cpuUsage();
    readings(sound, 22_050);
    const { user, system } = process.cpuUsage(before);
    const share = (user + system) / 1e6 / seconds;
    // It takes half a hundredth; the rest is for a machine that has other things to do, and counts lines meanwhile.
    assert.ok(share < 0.15, `${(100 * share).toFixed(2)} % of a processor`);
});
