/**
 * How far the recorder had come when it last gave a sign of life. Chunks are stored every two seconds; when the page or
 * the phone dies between two of them, this tells how much was lost.
 *
 * @typedef {import('../attempt/attempt.js').Attempt} Attempt
 * @typedef {{attempt: string, take: number, ms: number, tab: string, at: number}} Beat `at` by the phone's clock
 */

import { last, takeLength } from '../attempt/attempt.js';

const KEY = 'tianbo-recording';

/** Kind of the markers that say how much was lost; their ref is the milliseconds. */
const LOST = 'lost';

/** A recorder in another tab that gave a sign so lately is alive. */
const ALIVE_MS = 3_000;

/** A recorder needs a moment to start and to stop. */
const NOTICED_MS = 500;

export class Heartbeat {
    #storage;
    #tab;
    #now;

    /**
     * @param {Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>} storage that outlives the page
     * @param {string} tab name of this tab, the same after a reload
     * @param {() => number} now milliseconds of the phone's clock
     */
    constructor(storage, tab, now) {
        this.#storage = storage;
        this.#tab = tab;
        this.#now = now;
    }

    /** @param {string} attempt @param {number} take @param {number} ms of the take so far */
    beat(attempt, take, ms) {
        this.#storage.setItem(KEY, JSON.stringify({ attempt, take, ms: Math.round(ms), tab: this.#tab, at: this.#now() }));
    }

    /** All that was recorded is stored. */
    end() {
        this.#storage.removeItem(KEY);
    }

    /** The last sign of a recorder that died, whichever attempt it was of. @returns {Beat | undefined} */
    last() {
        /** @type {Beat | null} */
        const beat = JSON.parse(this.#storage.getItem(KEY) ?? 'null');
        // The phone's clock may have been set back meanwhile.
        const elsewhere = beat !== null && beat.tab !== this.#tab && Math.abs(this.#now() - beat.at) < ALIVE_MS;
        return beat !== null && !elsewhere ? beat : undefined;
    }
}

/**
 * Sets a marker where something was recorded and not stored: behind the take's end, or behind the take before where not
 * one chunk of it was stored. Once for each sign of life, not for each take: the number of a take that left no chunk is
 * given again. Where nothing at all was stored, the attempt is as planned again, with how much was lost.
 *
 * @param {Attempt} attempt
 * @param {Pick<Beat, 'take' | 'ms' | 'at'>} beat
 */
export function noteLost(attempt, { take: number, ms, at }) {
    if (attempt.lostNotedAt === at) {
        return;
    }
    attempt.lostNotedAt = at;
    const take = attempt.takes.find((one) => one.take === number);
    const behind = take ?? last(attempt.takes.filter((one) => one.take < number));
    const lost = take ? ms - takeLength(take) : ms;
    const ref = `${number}:${lost}`;
    if (attempt.takes.length === 0) {
        beginAgain(attempt, lost);
    } else if (behind && lost >= NOTICED_MS) {
        attempt.marks.push({ at: { take: behind.take, ms: takeLength(behind) + lost }, kind: LOST, ref });
    }
}

/** @param {Attempt} attempt @param {number} lost */
function beginAgain(attempt, lost) {
    attempt.marks = [];
    if (attempt.audience) {
        attempt.audience.asked = [];
    }
    if (lost >= NOTICED_MS) {
        attempt.lostAtStartMs = lost;
    }
}

/** Milliseconds that were recorded and not stored. @param {Attempt} attempt */
export function lostMs(attempt) {
    return attempt.marks
        .filter(({ kind }) => kind === LOST)
        .reduce((sum, { ref }) => sum + Number(ref.split(':')[1]), 0);
}
