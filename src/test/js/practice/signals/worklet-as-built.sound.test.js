import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { inNoise, speech } from '#support/speech.js';

/** What browsers are sent, written anew for old ones: what is one step in the source may be many there. */
const ASSETS = new URL('../../../../../target/classes/META-INF/assets/', import.meta.url);
const SOURCE = new URL('../../../../main/web/js/practice-voice.js', import.meta.url);

const RATE = 22_050;
/** As an AudioWorklet is handed them. */
const BLOCK = 128;
/** The first two warm the code; of the others the quickest counts, for a busy machine only adds. */
const ROUNDS = 6;

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
    const processorOf = async (/** @type {URL} */ address) => {
        await import(address.href);
        return new Processor();
    };
    const names = readdirSync(ASSETS, { recursive: false, encoding: 'utf8' }).filter((name) => /^practice-voice-\w+\.js$/.test(name));
    assert.equal(names.length, 1, `one of this build and none of an earlier one: ${names}`);
    const processors = [await processorOf(SOURCE), await processorOf(new URL(names[0], ASSETS))];
    const sound = inNoise(speech(175, 'm1').samples, 20, 0.5);
    const least = [Infinity, Infinity];
    for (let round = 0; round < ROUNDS; round++) {
        processors.forEach((processor, i) => {
            const took = microseconds(processor, sound);
            least[i] = round < 2 ? Infinity : Math.min(least[i], took);
        });
    }
    const [source, built] = least;
    // As much; with a look-up for each sample it took sixteen times as much.
    assert.ok(built < 4 * source, `${built} µs of a processor, where the source takes ${source} µs`);
});

/** Of a processor, for the whole sound. @param {any} processor @param {Float32Array} sound */
function microseconds(processor, sound) {
    const before = process.cpuUsage();
    for (let at = 0; at < sound.length; at += BLOCK) {
        processor.process([[sound.subarray(at, at + BLOCK)]]);
    }
    const { user, system } = process.cpuUsage(before);
    return user + system;
}
