import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VoiceDetector } from '#js/practice/audience/voice-detector.js';
import { SoundFrames } from '#js/practice/signals/sound-frames.js';

/** A third of a phone's: the same is heard, and three times as fast. */
const RATE = 16_000;
/** As an AudioWorklet is handed them. */
const BLOCK = 128;

/** Noise that is the same in each run, from -1 to 1. */
function noise(seed = 1) {
    let state = seed;
    return () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return state / 2 ** 31 - 1;
    };
}

/** A vowel: pulses of the voice's cords through two resonances, its pitch gliding. @param {number} hz */
function vowel(hz) {
    const formants = [[700, 0.956], [1_200, 0.941]]
        .map(([at, r]) => ({ a: 2 * r * Math.cos((2 * Math.PI * at) / RATE), b: r * r, y1: 0, y2: 0 }));
    let phase = 0;
    return (/** @type {number} */ second) => {
        phase += (hz * (1 + 0.08 * Math.sin(2 * Math.PI * 2 * second))) / RATE;
        let x = 0;
        if (phase >= 1) {
            phase -= 1;
            x = 1;
        }
        for (const f of formants) {
            const y = x + f.a * f.y1 - f.b * f.y2;
            f.y2 = f.y1;
            f.y1 = y;
            x = y;
        }
        return x;
    };
}

/** Syllables of 200 ms, four a second, between these seconds. @param {number} hz @param {[number, number][]} spans */
function speech(hz, spans) {
    const sound = vowel(hz);
    return (/** @type {number} */ second) => {
        const value = sound(second);
        const inside = spans.some(([from, to]) => second >= from && second < to);
        const syllable = (second * 4) % 1;
        return inside && syllable < 0.8 ? value * Math.sin((Math.PI * syllable) / 0.8) : 0;
    };
}

/** @param {number} seconds @param {(second: number) => number} signal */
function samples(seconds, signal) {
    return new Float32Array(seconds * RATE).map((_, i) => signal(i / RATE));
}

/** @param {Float32Array} all @param {number} rms */
function scaled(all, rms) {
    let loud = 0;
    let power = 0;
    for (const value of all) {
        loud += value === 0 ? 0 : 1;
        power += value * value;
    }
    const gain = rms / Math.sqrt(power / Math.max(1, loud));
    return all.map((value) => value * gain);
}

/** @param {Float32Array[]} parts */
function mixed(...parts) {
    return parts[0].map((value, i) => value + parts.slice(1).reduce((sum, part) => sum + part[i], 0));
}

/** @param {Float32Array} signal @param {number} [rate] @returns {{speaking: boolean, second: number}[]} */
function changes(signal, rate = RATE) {
    const frames = new SoundFrames(rate);
    const detector = new VoiceDetector();
    /** @type {{speaking: boolean, second: number}[]} */
    const found = [];
    for (let at = 0; at < signal.length; at += BLOCK) {
        frames.push(signal.subarray(at, at + BLOCK), (frame) => {
            const change = detector.take(frame);
            if (change) {
                found.push({ speaking: change.speaking, second: (at + BLOCK) / rate - change.agoMs / 1_000 });
            }
        });
    }
    return found;
}

const random = noise();
const white = (/** @type {number} */ seconds, /** @type {number} */ rms) => scaled(samples(seconds, () => random()), rms);

for (const [what, signal] of /** @type {[string, Float32Array][]} */ ([
    ['silence', samples(8, () => 0)],
    ['a faint hiss', white(8, 0.002)],
    ['a loud hiss', white(8, 0.2)],
    ['a hiss that grows', white(8, 0.1).map((value, i) => (value * i) / (8 * RATE))],
    [
        'three bangs',
        mixed(white(8, 0.002), samples(8, (second) => ([2, 4, 6].some((at) => second >= at && second < at + 0.05) ? random() : 0))),
    ],
    [
        'a cough of 100 ms',
        mixed(
            white(8, 0.002),
            scaled(samples(8, (second) => (second >= 3 && second < 3.1 ? vowel(140)(second) + random() : 0)), 0.1),
        ),
    ],
])) {
    test(`${what} is no speech`, () => assert.deepEqual(changes(signal), []));
}

test('a hum is speech for three seconds at most, then it is the noise of the room', () => {
    const hum = mixed(white(14, 0.002), scaled(samples(14, (second) => (second >= 2 ? Math.sin(2 * Math.PI * 100 * second) : 0)), 0.1));
    const found = changes(hum);
    assert.deepEqual(found.map(({ speaking }) => speaking), [true, false]);
    assert.ok(found[1].second < 6.5, `ended at ${found[1].second}`);
});

for (const snr of [30, 20, 10, 5]) {
    for (const [who, hz] of /** @type {[string, number][]} */ ([['a man', 110], ['a woman', 210], ['a child', 300]])) {
        test(`${who} is heard from a second to a second, ${snr} dB over the noise`, () => {
            const voice = scaled(samples(12, speech(hz, [[2, 4], [6, 9]])), 0.1);
            const found = changes(mixed(voice, white(12, 0.1 / 10 ** (snr / 20))));
            assert.deepEqual(found.map(({ speaking }) => speaking), [true, false, true, false]);
            [2, 4, 6, 9].forEach((second, i) => assert.ok(Math.abs(found[i].second - second) < 0.3, `${found[i].second} for ${second}`));
        });
    }
}

for (const rate of [RATE / 2, 3 * RATE]) {
    test(`it hears the same at ${rate} samples a second`, () => {
        const voice = scaled(samples(6, speech(180, [[2, 4]])), 0.1);
        const other = new Float32Array(6 * rate).map((_, i) => voice[Math.floor((i * RATE) / rate)]);
        assert.deepEqual(changes(other, rate).map(({ speaking }) => speaking), [true, false]);
    });
}

test('who already speaks when it begins is heard too', () => {
    const voice = mixed(scaled(samples(5, speech(160, [[0, 3]])), 0.1), white(5, 0.005));
    const [first] = changes(voice);
    assert.ok(first.speaking && first.second < 0.7, `${first?.second}`);
});
