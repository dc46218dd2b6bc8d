/** Runs in the browser's audio thread: hears the host's voice and tells the page when it begins and ends. */

import { VoiceDetector } from './practice/audience/voice-detector.js';

const scope = /** @type {any} */ (globalThis);

class VoiceProcessor extends scope.AudioWorkletProcessor {
    #detector = new VoiceDetector(scope.sampleRate);

    /** @param {Float32Array[][]} inputs the one microphone's channels @returns {boolean} whether to go on */
    process([[samples]]) {
        // A microphone that was taken away has no channel.
        const change = samples && this.#detector.push(samples);
        if (change) {
            this.port.postMessage(change);
        }
        return true;
    }
}

scope.registerProcessor('voice', VoiceProcessor);
