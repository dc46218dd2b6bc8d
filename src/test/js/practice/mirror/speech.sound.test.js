import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paceOf, speechOf } from '#js/practice/mirror/speech.js';
import { SoundFrames } from '#js/practice/signals/sound-frames.js';
import { SoundMeter } from '#js/practice/signals/sound-meter.js';
import { inNoise, QUIET, speech } from '#support/speech.js';

/** @param {{rate: number, samples: Float32Array}} sound */
function soundsOf({ rate, samples }) {
    /** @type {{ms: number, sound: import('#js/practice/signals/sound-meter.js').SoundReading}[]} */
    const sounds = [];
    const meter = new SoundMeter();
    new SoundFrames(rate).push(samples, (frame) => {
        const sound = meter.take(frame);
        if (sound) {
            sounds.push({ ms: 1_000 * sounds.length, sound });
        }
    });
    return sounds;
}

for (const [speed, variant] of /** @type {[number, string][]} */ ([[110, 'f3'], [140, 'm1'], [175, 'f3'], [210, 'm1']])) {
    const said = speech(speed, variant);
    const spoken = said.breaths.reduce((sum, [from, to]) => sum + to - from, 0);
    const truth = said.syllables / spoken;
    for (const db of [60, 10]) {
        test(`${truth.toFixed(1)} syllables a second by ${variant}, ${db} dB over the noise: pace within 15 %, pauses within 0.3 s`, () => {
            const sounds = soundsOf({ rate: said.rate, samples: inNoise(said.samples, db, 0.5) });
            const { speech: spans, pauses } = speechOf(sounds);
            const { whole = NaN } = paceOf(sounds, spans);
            assert.ok(Math.abs(whole / truth - 1) <= 0.15, `${whole} for ${truth}`);
            const between = said.breaths.slice(1).map(([from], i) => [said.breaths[i][1], from]);
            for (const [from, to] of [[0, QUIET[0]], ...between]) {
                assert.ok(pauses.some(({ fromMs, toMs }) => Math.abs(fromMs / 1_000 - from) <= 0.3 && Math.abs(toMs / 1_000 - to) <= 0.3),
                    `no pause from ${from} to ${to} among ${JSON.stringify(pauses)}`);
            }
        });
    }
}
