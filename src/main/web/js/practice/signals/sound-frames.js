/**
 * Cuts a microphone's samples into frames of 16 ms and measures each: how loud, how much like a voice, whether too loud.
 * The detector of the voice and the meter of the sound share these frames, so that the samples are read once.
 *
 * Plain arithmetic: it runs in an AudioWorklet and, tested, without a browser.
 */

/** Samples are averaged down to about this rate: a voice's pitch and vowels need no more. */
const RATE = 8_000;
/** A man's voice creaks as low as this at the end of a sentence. */
const LOWEST_HZ = 60;
const HIGHEST_HZ = 400;
const SHORTEST_LAG = Math.floor(RATE / HIGHEST_HZ);
const LONGEST_LAG = Math.ceil(RATE / LOWEST_HZ);

const HOP = 128;
/** A frame is measured over twice its length. */
const WINDOW = 256;
export const FRAME_MS = (HOP * 1_000) / RATE;

/** In dB of full scale; what is quieter comes from a microphone that is muted. */
export const SILENCE_DB = -66;

/** `Frame.periodicity()` of a voice is at least this. */
export const PERIODIC = 0.35;

/** So many samples in a row, at the microphone's own rate, so near to full scale: the sound was cut off. */
const FULL = 0.985;
const IN_A_ROW = 3;

/**
 * @typedef {object} Frame
 * @property {number} db loudness in dB of full scale, at most 0
 * @property {number} vowelDb the same without the lowest tones, in which hums and nasals lie
 * @property {boolean} clipped whether it was too loud for the microphone
 * @property {() => number} periodicity from 0 for noise to 1 for a tone; costs something, so ask only where it matters
 */

export class SoundFrames {
    #step;
    /**
     * The sample at the lower rate that is being averaged. In a plain object: for old browsers the build turns private
     * fields into look-ups, and one for each sample is most of what a slow phone's audio thread can do.
     */
    #next = { filled: 0, sum: 0, averaged: 0, loudInARow: 0, clipped: false, fresh: 0 };
    /** The newest samples at the lower rate, the oldest first. */
    #samples = new Float32Array(WINDOW + LONGEST_LAG);

    /** @param {number} sampleRate of what is pushed, in Hz */
    constructor(sampleRate) {
        this.#step = sampleRate / RATE;
    }

    /**
     * @param {Float32Array} pushed the next samples, from -1 to 1, any number of them
     * @param {(frame: Frame) => void} onFrame called for each frame they complete; the frame holds until it returns
     */
    push(pushed, onFrame) {
        const [step, next, samples] = [this.#step, this.#next, this.#samples];
        const from = samples.length - HOP;
        for (let i = 0; i < pushed.length; i++) {
            const sample = pushed[i];
            next.loudInARow = sample >= FULL || sample <= -FULL ? next.loudInARow + 1 : 0;
            next.clipped ||= next.loudInARow >= IN_A_ROW;
            next.sum += sample;
            next.averaged++;
            next.filled++;
            if (next.filled >= step) {
                next.filled -= step;
                samples[from + next.fresh++] = next.sum / next.averaged;
                next.sum = 0;
                next.averaged = 0;
            }
            if (next.fresh === HOP) {
                next.fresh = 0;
                onFrame(frameOf(samples, next.clipped));
                next.clipped = false;
                samples.copyWithin(0, HOP);
            }
        }
    }
}

/** @param {Float32Array} samples @param {boolean} clipped @returns {Frame} */
function frameOf(samples, clipped) {
    /** @type {number | undefined} */
    let periodic;
    return { ...loudness(samples), clipped, periodicity: () => (periodic ??= periodicity(samples)) };
}

/** Of the newest window. @param {Float32Array} samples */
function loudness(samples) {
    let energy = 0;
    let higher = 0;
    for (let i = LONGEST_LAG; i < samples.length; i++) {
        energy += samples[i] * samples[i];
        const difference = samples[i] - samples[i - 1];
        higher += difference * difference;
    }
    return { db: decibels(energy / WINDOW), vowelDb: decibels(higher / WINDOW) };
}

/** @param {number} power */
function decibels(power) {
    return 10 * Math.log10(power + 1e-12);
}

/** The highest normalised autocorrelation at a voice's pitch. @param {Float32Array} samples */
function periodicity(samples) {
    const mean = samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
    const level = samples.map((sample) => sample - mean);
    let here = 0;
    for (let i = LONGEST_LAG; i < level.length; i++) {
        here += level[i] * level[i];
    }
    let there = here;
    let best = 0;
    for (let lag = 1; lag <= LONGEST_LAG; lag++) {
        const [enters, leaves] = [level[LONGEST_LAG - lag], level[level.length - lag]];
        there += enters * enters - leaves * leaves;
        if (lag < SHORTEST_LAG) {
            continue;
        }
        let both = 0;
        for (let i = LONGEST_LAG; i < level.length; i++) {
            both += level[i] * level[i - lag];
        }
        best = Math.max(best, both / Math.sqrt(here * there + 1e-12));
    }
    return best;
}
