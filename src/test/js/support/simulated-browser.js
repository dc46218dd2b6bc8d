import { createHash } from 'node:crypto';
import { FakeMediaRecorder } from './fake-media-recorder.js';

/**
 * Time, chance and digests as a browser has them, without waiting for any.
 *
 * @param {import('./fake-clock.js').FakeClock} clock
 * @param {() => number} byte by chance
 */
export function timedGlobals(clock, byte) {
    return {
        Date: class extends Date {
            /** @param {any[]} given */
            constructor(...given) {
                super(...(/** @type {[]} */ (given.length > 0 ? given : [clock.now()])));
            }

            static now = clock.now;
        },
        performance: { now: clock.elapsed },
        setTimeout: (/** @type {() => void} */ run) => setImmediate(run),
        crypto: {
            getRandomValues: (/** @type {Uint8Array} */ bytes) => bytes.map(byte),
            subtle: {
                digest: async (/** @type {string} */ _, /** @type {ArrayBuffer} */ bytes) =>
                    createHash('sha256').update(new Uint8Array(bytes)).digest(),
            },
        },
    };
}

/** A page that is shown, with a recorder. */
export function recordingGlobals() {
    return {
        document: Object.assign(new EventTarget(), { hidden: false }),
        window: Object.assign(new EventTarget(), { MediaRecorder: FakeMediaRecorder }),
        MediaRecorder: FakeMediaRecorder,
    };
}
