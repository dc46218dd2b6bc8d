/**
 * Tells when somebody begins and ends to speak. Speech is louder than the room's quietest moments of the last seconds
 * and, in its vowels, periodic: the normalised autocorrelation has a peak at a pitch between 80 and 400 Hz. Noise has
 * none; a fan or a tractor has one, but soon is the room's quietest moment itself.
 *
 * Plain arithmetic over samples: it runs in an AudioWorklet and, tested, without a browser.
 */

/** Samples are averaged down to about this rate: a voice's pitch needs no more. */
const RATE = 8_000;
const LOWEST_HZ = 80;
const HIGHEST_HZ = 400;

/** Speech is judged every 16 ms, over 32 ms. */
const HOP = 128;
const WINDOW = 256;
const LONGEST_LAG = Math.ceil(RATE / LOWEST_HZ);
const HOP_MS = (HOP * 1_000) / RATE;

const PERIODIC = 0.45;
const OVER_NOISE_DB = 4;
/** Of full scale; below it is the silence of a microphone that is shut. */
const FAINTEST_DB = -66;

/** The room's noise is the least of so many blocks, and of the one that runs. */
const BLOCK_HOPS = Math.round(500 / HOP_MS);
const BLOCKS = 6;

/** Speech begins with so many voiced hops among the last ones: a cough or a bang has fewer. */
const ONSET_HOPS = 8;
const ONSET_AMONG = 14;
/** It ends when none was voiced for so long; pauses between words are shorter. */
const RELEASE_HOPS = Math.round(400 / HOP_MS);

/** @typedef {{speaking: boolean, agoMs: number}} VoiceChange how long ago it began or ended */

export class VoiceDetector {
    #step;
    #filled = 0;
    #sum = 0;
    #averaged = 0;
    /** The newest samples at the lower rate, the oldest first. */
    #samples = new Float32Array(WINDOW + LONGEST_LAG);
    #fresh = 0;
    /** @type {number[]} */
    #quietest = [];
    #block = { hops: 0, least: Infinity };
    /** @type {boolean[]} */
    #recent = [];
    #sinceVoiced = 0;
    speaking = false;

    /** @param {number} sampleRate of what is pushed, in Hz */
    constructor(sampleRate) {
        this.#step = sampleRate / RATE;
    }

    /**
     * @param {Float32Array} samples the next ones, from -1 to 1
     * @returns {VoiceChange | undefined} the last change they brought about
     */
    push(samples) {
        let change;
        for (const sample of samples) {
            this.#sum += sample;
            this.#averaged++;
            this.#filled++;
            if (this.#filled >= this.#step) {
                this.#filled -= this.#step;
                change = this.#take(this.#sum / this.#averaged) ?? change;
                this.#sum = 0;
                this.#averaged = 0;
            }
        }
        return change;
    }

    /** @param {number} sample at the lower rate */
    #take(sample) {
        this.#samples[this.#samples.length - HOP + this.#fresh] = sample;
        this.#fresh++;
        if (this.#fresh < HOP) {
            return undefined;
        }
        this.#fresh = 0;
        const change = this.#judge();
        this.#samples.copyWithin(0, HOP);
        return change;
    }

    /** @returns {VoiceChange | undefined} */
    #judge() {
        const db = decibels(this.#samples);
        const floor = this.#floor(db);
        const voiced = db > FAINTEST_DB && db > floor + OVER_NOISE_DB && periodicity(this.#samples) >= PERIODIC;
        this.#recent.push(voiced);
        if (this.#recent.length > ONSET_AMONG) {
            this.#recent.shift();
        }
        this.#sinceVoiced = voiced ? 0 : this.#sinceVoiced + 1;
        if (!this.speaking && this.#recent.filter(Boolean).length >= ONSET_HOPS) {
            this.speaking = true;
            return { speaking: true, agoMs: Math.round((this.#recent.length - this.#recent.indexOf(true)) * HOP_MS) };
        }
        if (this.speaking && this.#sinceVoiced >= RELEASE_HOPS) {
            this.speaking = false;
            this.#recent = [];
            return { speaking: false, agoMs: Math.round(this.#sinceVoiced * HOP_MS) };
        }
        return undefined;
    }

    /** The loudness of the room without speech, as far as the last seconds tell. @param {number} db */
    #floor(db) {
        this.#block.least = Math.min(this.#block.least, db);
        this.#block.hops++;
        const floor = Math.min(this.#block.least, ...this.#quietest);
        if (this.#block.hops === BLOCK_HOPS) {
            this.#quietest.push(this.#block.least);
            if (this.#quietest.length > BLOCKS) {
                this.#quietest.shift();
            }
            this.#block = { hops: 0, least: Infinity };
        }
        return Math.max(floor, FAINTEST_DB);
    }
}

/** Of the newest window. @param {Float32Array} samples */
function decibels(samples) {
    let energy = 0;
    for (let i = LONGEST_LAG; i < samples.length; i++) {
        energy += samples[i] * samples[i];
    }
    return 10 * Math.log10(energy / WINDOW + 1e-12);
}

/** From 0 for noise to 1 for a tone: the highest normalised autocorrelation at a voice's pitch. @param {Float32Array} samples */
function periodicity(samples) {
    let mean = 0;
    for (const sample of samples) {
        mean += sample;
    }
    mean /= samples.length;
    let best = 0;
    for (let lag = Math.floor(RATE / HIGHEST_HZ); lag <= LONGEST_LAG; lag++) {
        let both = 0;
        let here = 0;
        let there = 0;
        for (let i = LONGEST_LAG; i < samples.length; i++) {
            const one = samples[i] - mean;
            const other = samples[i - lag] - mean;
            both += one * other;
            here += one * one;
            there += other * other;
        }
        best = Math.max(best, both / Math.sqrt(here * there + 1e-12));
    }
    return best;
}
