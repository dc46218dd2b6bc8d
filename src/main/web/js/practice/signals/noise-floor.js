/**
 * The room's own noise, and what stands out of it as a voice. Speech is louder than the room's quietest moments of the
 * last seconds and, in its vowels, periodic: the normalised autocorrelation has a peak at a pitch between 60 and 400 Hz.
 * Noise has none; a fan or a tractor has one, but soon is the room's quietest moment itself.
 */

import { FRAME_MS, PERIODIC, SILENCE_DB } from './sound-frames.js';

const OVER_NOISE_DB = 4;

/** The noise is the quietest frame of the last `BLOCKS` blocks and of the block that is being filled. */
const BLOCK_FRAMES = Math.round(500 / FRAME_MS);
const BLOCKS = 6;

export class NoiseFloor {
    /** Loudness of the room without speech, in dB of full scale, as the last three seconds tell. */
    db = SILENCE_DB;
    /** @type {number[]} */
    #blocks = [];
    #frames = 0;
    #least = Infinity;

    /** @param {import('./sound-frames.js').Frame} frame the next one @returns {boolean} whether there is voice in it */
    isVoiced(frame) {
        this.#least = Math.min(this.#least, frame.db);
        this.#frames++;
        this.db = Math.max(SILENCE_DB, Math.min(this.#least, ...this.#blocks));
        if (this.#frames === BLOCK_FRAMES) {
            this.#blocks.push(this.#least);
            if (this.#blocks.length > BLOCKS) {
                this.#blocks.shift();
            }
            this.#frames = 0;
            this.#least = Infinity;
        }
        return frame.db > SILENCE_DB && frame.db > this.db + OVER_NOISE_DB && frame.periodicity() >= PERIODIC;
    }
}
