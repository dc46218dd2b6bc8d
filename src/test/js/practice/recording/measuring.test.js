import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Measuring } from '#js/practice/recording/measuring.js';
import { FakeClock, settled } from '#support/fake-clock.js';
import { setGlobals } from '#support/globals.js';

test('the microphone of a take that is over is closed, however long the phone takes to store what was measured', async (context) => {
    const sound = {
        state: 'running',
        audioWorklet: { addModule: async () => {} },
        resume: async () => {},
        createMediaStreamSource: () => ({ connect: () => {}, disconnect: () => {} }),
        close: () => (sound.state = 'closed'),
    };
    const port = { onmessage: /** @type {((message: {data: object}) => void) | null} */ (null) };
    const browser = {
        AudioContext: function AudioContext() {
            return sound;
        },
        AudioWorkletNode: function AudioWorkletNode() {
            return { port };
        },
    };
    const document = { createElement: () => ({ getContext: () => ({}) }), hidden: true };
    setGlobals(context, { ...browser, window: browser, document });
    let puts = 0;
    const measuring = new Measuring(/** @type {any} */ ({
        attempt: 'a',
        recorder: { take: 1, elapsedMs: 3_000 },
        stream: { getAudioTracks: () => [{}] },
        video: { videoWidth: 0 },
        script: 'voice.js',
        clock: new FakeClock(),
        store: { putSignals: () => {
            puts++;
            return new Promise(() => {});
        } },
    }));
    await measuring.listen(() => {}, () => {});
    port.onmessage?.({ data: { reading: { voiced: 0, syllables: 0, noiseDb: -60, clippedTenths: 0 } } });
    measuring.end();
    await settled();
    assert.deepEqual([puts, sound.state], [1, 'closed']);
});
