/**
 * What was measured of a take, second by second: ten bytes each, in blocks of a minute, so that an hour takes 36 kB and
 * what is lost when the phone dies is what came after the last block was stored.
 *
 * @typedef {import('./sound-meter.js').SoundReading} SoundReading
 * @typedef {import('./picture-meter.js').PictureReading} PictureReading
 *
 * @typedef {object} SignalBlock
 * @property {string} attempt
 * @property {number} take
 * @property {number} block from 0: which minute of the take
 * @property {number} soundMs so long after the full second each second of sound begins
 * @property {Uint8Array} bytes
 *
 * @typedef {object} Second what is known of it
 * @property {SoundReading} [sound] absent where nobody listened
 * @property {Partial<PictureReading>} picture
 */

import { READING_MS } from './sound-meter.js';

const BLOCK_SECONDS = 60;
const SECOND_BYTES = 10;
const UNKNOWN = 255;

/** This bit says that there was sound; the lowest two bits of the same byte are the highest of `voiced`. */
const LISTENED = 0x80;
/** Added to back-light, which may be below zero. */
const BACKLIGHT_FROM = 100;
/** The camera's movement is stored in tenths of a hundredth of the picture. */
const SHIFT_PARTS = 10;

/** @returns {Uint8Array} a block of which nothing is known */
function blank() {
    const bytes = new Uint8Array(BLOCK_SECONDS * SECOND_BYTES).fill(UNKNOWN);
    for (let at = 1; at < bytes.length; at += SECOND_BYTES) {
        bytes[at] = 0;
    }
    return bytes;
}

/** @param {number | undefined} value */
function byte(value) {
    return value === undefined ? UNKNOWN : Math.max(0, Math.min(UNKNOWN - 1, Math.round(value)));
}

/** @param {Uint8Array} bytes @param {number} at @param {SoundReading} reading */
function putSound(bytes, at, { voiced, syllables, voiceDb, noiseDb, clippedTenths }) {
    bytes[at] = voiced & 0xff;
    bytes[at + 1] = LISTENED | (voiced >> 8);
    bytes[at + 2] = byte(syllables);
    bytes[at + 3] = byte(voiceDb === undefined ? undefined : -voiceDb);
    bytes[at + 4] = byte(-noiseDb);
    bytes[at + 5] = byte(clippedTenths);
}

/**
 * Of two pictures in one second the later one counts, and the farther movement.
 *
 * @param {Uint8Array} bytes
 * @param {number} at
 * @param {PictureReading} reading
 */
function putPicture(bytes, at, { brightness, backlight, sharpness, shift }) {
    bytes[at + 6] = byte(brightness);
    bytes[at + 7] = byte(backlight + BACKLIGHT_FROM);
    bytes[at + 8] = byte(sharpness);
    const moved = byte(shift === undefined ? undefined : shift * SHIFT_PARTS);
    bytes[at + 9] = bytes[at + 9] === UNKNOWN ? moved : Math.max(bytes[at + 9], moved === UNKNOWN ? 0 : moved);
}

/** @param {Uint8Array} bytes @param {number} at @returns {Second} */
function secondAt(bytes, at) {
    const known = (/** @type {number} */ offset, /** @type {(value: number) => number} */ value) =>
        bytes[at + offset] === UNKNOWN ? undefined : value(bytes[at + offset]);
    const picture = {
        brightness: known(6, (value) => value),
        backlight: known(7, (value) => value - BACKLIGHT_FROM),
        sharpness: known(8, (value) => value),
        shift: known(9, (value) => value / SHIFT_PARTS),
    };
    if (!(bytes[at + 1] & LISTENED)) {
        return { picture };
    }
    const voiceDb = known(3, (value) => -value);
    const sound = {
        voiced: bytes[at] | ((bytes[at + 1] & ~LISTENED) << 8),
        syllables: bytes[at + 2],
        ...(voiceDb !== undefined && { voiceDb }),
        noiseDb: -bytes[at + 4],
        clippedTenths: bytes[at + 5],
    };
    return { sound, picture };
}

/**
 * The seconds of one take. One of which nothing was stored has neither sound nor picture.
 *
 * @param {SignalBlock[]} blocks of it, in their order
 * @returns {{soundMs: number, seconds: Second[]}} `seconds[n]` is the picture from second n on, and the sound from
 *     `soundMs` later on
 */
export function unpacked(blocks) {
    /** @type {Second[]} */
    const seconds = [];
    for (const { block, bytes } of blocks) {
        while (seconds.length < block * BLOCK_SECONDS) {
            seconds.push({ picture: {} });
        }
        for (let at = 0; at < bytes.length; at += SECOND_BYTES) {
            seconds.push(secondAt(bytes, at));
        }
    }
    return { soundMs: blocks[blocks.length - 1]?.soundMs ?? 0, seconds };
}

/** What was measured is stored at least as often as this. */
const STORE_EVERY_MS = 2_000;
/** Sound that comes so much later than the seconds before it was interrupted. */
const HOLE_MS = 1_500;
/** What a busy page reads out of its queue comes together, though it was measured a second apart. */
const TOGETHER_MS = 500;

/** Keeps what is measured while a take is recorded. */
export class SignalTrack {
    #store;
    #attempt;
    #take;
    #elapsedMs;
    /** The block that is filled, the one before it for sound that comes late, and what is not stored. @type {Map<number, Uint8Array>} */
    #blocks = new Map();
    /** Those to be stored. @type {Set<number>} */
    #changed = new Set();
    /** The end of the last storing: they run one after the other. */
    #putting = Promise.resolve();
    #soundMs = 0;
    /** Number of the next second of sound. @type {number | undefined} */
    #next;
    /** What was measured and has no place yet. @type {SoundReading[]} */
    #waiting = [];
    /** When the newest came. @type {number | undefined} */
    #heardAt;
    #storedAt = 0;
    #warned = false;

    /**
     * @param {{putSignals: (block: SignalBlock) => Promise<void>}} store
     * @param {string} attempt
     * @param {number} take
     * @param {() => number} elapsedMs of the take, by the recorder's own clock
     */
    constructor(store, attempt, take, elapsedMs) {
        this.#store = store;
        this.#attempt = attempt;
        this.#take = take;
        this.#elapsedMs = elapsedMs;
    }

    /** What was heard in the second that ends now. @param {SoundReading} reading */
    addSound(reading) {
        const now = this.#elapsedMs();
        // It began before the take, or ends after it.
        if (now < READING_MS) {
            return;
        }
        const together = this.#heardAt !== undefined && now - this.#heardAt < TOGETHER_MS;
        this.#heardAt = now;
        this.#waiting.push(reading);
        // Out of its turn, it may be late: the next one tells, unless both come out of the same queue.
        const waits = this.#waiting.length === 1 || together;
        if (!(waits && this.#isOutOfTurn())) {
            this.#placeWaiting();
            this.#storeInTime();
        }
    }

    /** When the oldest of those that wait began, if the newest came in time. */
    #began() {
        return (this.#heardAt ?? 0) - this.#waiting.length * READING_MS;
    }

    /** How much later than those before it was to be expected. */
    #late() {
        return this.#began() - ((this.#next ?? 0) * READING_MS + this.#soundMs);
    }

    #isOutOfTurn() {
        return this.#next === undefined || this.#late() > HOLE_MS;
    }

    #placeWaiting() {
        if (this.#next === undefined) {
            // What was waiting before the take began is not of it.
            this.#waiting.splice(0, Math.ceil(-this.#began() / READING_MS));
            this.#next = Math.floor(this.#began() / READING_MS);
            this.#soundMs = this.#began() % READING_MS;
        } else if (this.#late() > HOLE_MS) {
            this.#next += Math.round(this.#late() / READING_MS);
        } else {
            // No message comes too early: the ones before it were late.
            this.#soundMs = Math.max(0, this.#soundMs + Math.min(0, this.#late()));
        }
        for (const reading of this.#waiting.splice(0)) {
            putSound(...this.#placeOf(this.#next), reading);
            this.#next++;
        }
    }

    /** What was seen in the picture of now. @param {PictureReading} reading */
    addPicture(reading) {
        if (this.#elapsedMs() === 0) {
            return;
        }
        putPicture(...this.#placeOf(Math.floor(this.#elapsedMs() / 1_000)), reading);
        this.#storeInTime();
    }

    /** Stores what is left; what fails then is tried once more. */
    async end() {
        this.#waiting.length > 0 && this.#placeWaiting();
        await this.#put();
        await this.#put();
    }

    /** @param {number} second @returns {[Uint8Array, number]} its block's bytes, and where it stands in them */
    #placeOf(second) {
        const block = Math.floor(second / BLOCK_SECONDS);
        const bytes = this.#blocks.get(block) ?? blank();
        this.#blocks.set(block, bytes);
        this.#changed.add(block);
        return [bytes, (second % BLOCK_SECONDS) * SECOND_BYTES];
    }

    #storeInTime() {
        if (this.#elapsedMs() - this.#storedAt >= STORE_EVERY_MS) {
            this.#put();
        }
    }

    #put() {
        this.#storedAt = this.#elapsedMs();
        this.#putting = this.#putting.then(() => this.#putChanged());
        return this.#putting;
    }

    /** What fails waits for the next time: a database that was closed is opened anew. The recording goes on without it. */
    async #putChanged() {
        try {
            for (const block of [...this.#changed]) {
                this.#changed.delete(block);
                await this.#store.putSignals(this.#stored(block)).catch((fault) => {
                    this.#changed.add(block);
                    throw fault;
                });
            }
        } catch (fault) {
            // A full phone is reported by the recording itself.
            this.#warned || console.warn('what was measured is not stored yet:', fault);
            this.#warned = true;
        }
        const newest = Math.max(...this.#blocks.keys());
        [...this.#blocks.keys()]
            .filter((block) => block < newest - 1 && !this.#changed.has(block))
            .forEach((block) => this.#blocks.delete(block));
    }

    /** @param {number} block @returns {SignalBlock} */
    #stored(block) {
        const bytes = /** @type {Uint8Array} */ (this.#blocks.get(block)).slice();
        return { attempt: this.#attempt, take: this.#take, block, soundMs: Math.round(this.#soundMs), bytes };
    }
}
