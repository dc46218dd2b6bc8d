/** Tells from a microphone's frames when somebody begins and ends to speak. */

import { FRAME_MS } from '../signals/sound-frames.js';
import { NoiseFloor } from '../signals/noise-floor.js';

/** Speech begins with so many voiced frames among the last ones: a cough or a bang has fewer. */
const ONSET_FRAMES = 8;
const ONSET_AMONG = 14;
/** It ends when none was voiced for so long; pauses between words are shorter. */
const RELEASE_FRAMES = Math.round(400 / FRAME_MS);

/** @typedef {{speaking: boolean, agoMs: number}} VoiceChange how long ago it began or ended */

export class VoiceDetector {
    #floor = new NoiseFloor();
    /** @type {boolean[]} */
    #recent = [];
    #sinceVoiced = 0;
    speaking = false;

    /**
     * @param {import('../signals/sound-frames.js').Frame} frame the next one
     * @returns {VoiceChange | undefined} the change it brought about
     */
    take(frame) {
        const voiced = this.#floor.isVoiced(frame);
        this.#recent.push(voiced);
        if (this.#recent.length > ONSET_AMONG) {
            this.#recent.shift();
        }
        this.#sinceVoiced = voiced ? 0 : this.#sinceVoiced + 1;
        if (!this.speaking && this.#recent.filter(Boolean).length >= ONSET_FRAMES) {
            this.speaking = true;
            return { speaking: true, agoMs: Math.round((this.#recent.length - this.#recent.indexOf(true)) * FRAME_MS) };
        }
        if (this.speaking && this.#sinceVoiced >= RELEASE_FRAMES) {
            this.speaking = false;
            this.#recent = [];
            return { speaking: false, agoMs: Math.round(this.#sinceVoiced * FRAME_MS) };
        }
        return undefined;
    }
}
