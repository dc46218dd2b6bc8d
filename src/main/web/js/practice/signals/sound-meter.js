/**
 * Measures how somebody speaks: where there is voice, how many syllables, how far over the room's noise, and whether it
 * is too loud for the microphone. A reading is made of each second.
 *
 * Syllables are counted as de Jong and Wempe do ("Praat script to detect syllable nuclei and measure speech rate
 * automatically", Behavior Research Methods 41, 2009): each peak of loudness in a voiced place, with a dip before it and
 * after it, is the vowel of one.
 */

import { NoiseFloor } from './noise-floor.js';
import { FRAME_MS } from './sound-frames.js';

/** A reading has one bit for each tenth of its second: whether somebody spoke. */
export const TENTHS = 10;
export const READING_MS = 1_000;

/** Loudness is smoothed over 80 ms: longer than a pulse of the voice, shorter than a syllable. */
const SMOOTHING = [1, 2, 3, 2, 1];
const SMOOTHED = SMOOTHING.reduce((sum, weight) => sum + weight);
const LAG = (SMOOTHING.length - 1) / 2;
/** Between two syllables loudness dips by so much. */
const DIP_DB = 3;
/** What is not voiced belongs to no vowel and parts two syllables, loud as an "s" or "x" may be. */
const UNVOICED_DB = -10;
/** A vowel is at most so much fainter than the loudest of the last seconds. */
const BELOW_LOUDEST_DB = 25;
/** The loudest is remembered less by so much with each frame. */
const FORGET_DB = 2 * (FRAME_MS / 1_000);

/**
 * @typedef {object} SoundReading of one second
 * @property {number} voiced bit n is set where there was voice in tenth n of the second
 * @property {number} syllables that ended in it
 * @property {number} [voiceDb] mean loudness of the voice, in dB of full scale; absent where nobody spoke
 * @property {number} noiseDb the room without speech, in dB of full scale, as the last three seconds tell
 * @property {number} clippedTenths tenths of it that were too loud for the microphone
 */

export class SoundMeter {
    #elapsed = 0;
    #reading = empty();
    #floor = new NoiseFloor();
    #nuclei = new SyllableNuclei();

    /**
     * @param {import('./sound-frames.js').Frame} frame the next one
     * @returns {SoundReading | undefined} of the second that this frame completes
     */
    take(frame) {
        const voiced = this.#floor.isVoiced(frame);
        const reading = this.#reading;
        const tenth = Math.floor((this.#elapsed * TENTHS) / READING_MS);
        if (voiced) {
            reading.voiced |= 1 << tenth;
            reading.frames++;
            reading.power += 10 ** (frame.db / 10);
        }
        if (frame.clipped) {
            reading.clipped |= 1 << tenth;
        }
        if (this.#nuclei.take(frame.vowelDb, voiced)) {
            reading.syllables++;
        }
        this.#elapsed += FRAME_MS;
        if (this.#elapsed < READING_MS) {
            return undefined;
        }
        this.#elapsed -= READING_MS;
        this.#reading = empty();
        return {
            voiced: reading.voiced,
            syllables: reading.syllables,
            ...(reading.frames > 0 && { voiceDb: 10 * Math.log10(reading.power / reading.frames) }),
            noiseDb: this.#floor.db,
            clippedTenths: bits(reading.clipped),
        };
    }
}

/** Finds the peaks of loudness that are vowels. */
class SyllableNuclei {
    /** @type {{db: number, voiced: boolean}[]} */
    #recent = [];
    #loudest = -Infinity;
    /** The highest since the last dip. */
    #peak = { db: -Infinity, voiced: false };
    /** The lowest since the last peak. */
    #dip = Infinity;
    #rising = true;

    /** @param {number} db @param {boolean} voiced @returns {boolean} whether a syllable's vowel has just been passed */
    take(db, voiced) {
        this.#recent.push({ db: voiced ? db : db + UNVOICED_DB, voiced });
        if (this.#recent.length < SMOOTHING.length) {
            return false;
        }
        const smooth = this.#recent.reduce((sum, one, i) => sum + one.db * SMOOTHING[i], 0) / SMOOTHED;
        const middle = this.#recent[LAG].voiced;
        this.#recent.shift();
        this.#loudest = Math.max(this.#loudest - FORGET_DB, middle ? smooth : -Infinity);
        return this.#rising ? this.#climb(smooth, middle) : this.#fall(smooth, middle);
    }

    /** @param {number} db @param {boolean} voiced */
    #climb(db, voiced) {
        if (db > this.#peak.db) {
            this.#peak = { db, voiced };
        }
        if (db > this.#peak.db - DIP_DB) {
            return false;
        }
        this.#rising = false;
        this.#dip = db;
        return this.#peak.voiced && this.#peak.db > this.#loudest - BELOW_LOUDEST_DB;
    }

    /** @param {number} db @param {boolean} voiced */
    #fall(db, voiced) {
        this.#dip = Math.min(this.#dip, db);
        if (db > this.#dip + DIP_DB) {
            this.#rising = true;
            this.#peak = { db, voiced };
        }
        return false;
    }
}

function empty() {
    return { voiced: 0, syllables: 0, frames: 0, power: 0, clipped: 0 };
}

/** @param {number} set */
function bits(set) {
    let count = 0;
    for (let rest = set; rest > 0; rest >>= 1) {
        count += rest & 1;
    }
    return count;
}
