import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { inNoise, speech } from '#support/speech.js';

/** What browsers are sent, written anew for old ones: what is one step in the source may be many there. */
const ASSETS = new URL('../../../../../target/classes/META-INF/assets/', import.meta.url);

const RATE = 22_050;
/** As an AudioWorklet is handed them. */
const BLOCK = 128;

test('what the build makes of the worklet takes no more of a processor than its source', async (context) => {
    /** @type {any} */
    let Processor;
    const scope = {
        sampleRate: RATE,
        AudioWorkletProcessor: class {
            port = { postMessage() {} };
        },
        registerProcessor: (/** @type {string} */ _, /** @type {any} */ processor) => (Processor = processor),
    };
    Object.assign(globalThis, scope);
    context.after(() => Object.keys(scope).forEach((name) => Reflect.deleteProperty(globalThis, name)));
    const names = readdirSync(ASSETS, { recursive: false, encoding: 'utf8' });
    await import(new URL(/** @type {string} */ (names.find((name) => /^practice-voice-\w+\.js$/.test(name))), ASSETS).href);
    const processor = new Processor();
    const sound = inNoise(speech(175, 'm1').samples, 20, 0.5);
    const before = process.cpuUsage();
    for (let at = 0; at < sound.length; at += BLOCK) {
        processor.process([[sound.subarray(at, at + BLOCK)]]);
    }
    const { user, system } = process.cpuUsage(before);
    const share = (user + system) / 1e6 / (sound.length / RATE);
    // It takes a quarter of a hundredth; with a look-up for each sample it took four.
    assert.ok(share < 0.03, `${(100 * share).toFixed(2)} % of a processor`);
});
