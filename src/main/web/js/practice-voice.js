/** Runs in the browser's audio thread: detects when the host begins and ends to speak, and measures how. */

import { VoiceDetector } from './practice/audience/voice-detector.js';
import { SoundFrames } from './practice/signals/sound-frames.js';
import { SoundMeter } from './practice/signals/sound-meter.js';

const scope = /** @type {AudioWorkletScope} */ (/** @type {unknown} */ (globalThis));

class VoiceProcessor extends scope.AudioWorkletProcessor {
    #frames = new SoundFrames(scope.sampleRate);
    #detector = new VoiceDetector();
    #meter = new SoundMeter();

    /** @param {Float32Array[][]} inputs the one microphone's channels @returns {boolean} whether to go on */
    process([[samples]]) {
        // A microphone that was taken away has no channel.
        if (samples) {
            this.#frames.push(samples, (frame) => this.#examine(frame));
        }
        return true;
    }

    /** @param {import('./practice/signals/sound-frames.js').Frame} frame */
    #examine(frame) {
        const voice = this.#detector.take(frame);
        const reading = this.#meter.take(frame);
        if (voice || reading) {
            this.port.postMessage({ voice, reading });
        }
    }
}

scope.registerProcessor('voice', VoiceProcessor);
