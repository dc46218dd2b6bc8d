/**
 * Decides what viewers are sent: the recording itself, or one of the small copies, by what the network was seen to carry.
 * Down as soon as viewers fall behind; up with patience, and with more of it each time that an ascent did not last. The
 * last step is sound alone: it is taken only when the smallest picture was seen to be too much.
 *
 * @typedef {object} Reading of one moment
 * @property {number} at milliseconds that no change of the phone's clock touches
 * @property {boolean} wanted somebody watches, and bytes may go out
 * @property {number} behindMs how old the oldest is of what viewers still wait for
 * @property {number} sentBytes that the server has acknowledged, of the recording and of copies
 * @property {boolean} waiting whether more of either has not been sent yet than is always under way
 */

/** Viewers notice more than this. */
const BEHIND_MS = 6_000;
/** As far behind as two chunks always are. */
const NEAR_MS = 4_500;
const MEASURED_MS = 10_000;
/** A step must be seen to work before the next one down. */
const SETTLED_MS = 8_000;
const PATIENCE_MS = 15_000;
const MOST_PATIENCE_MS = 120_000;
/** An ascent that was undone sooner than this has failed. */
const LASTING_MS = 30_000;
/** Room beyond a step's own bytes before it is tried. */
const ROOM = 1.4;

export class BitrateController {
    /** 0 for the recording itself. */
    step = 0;
    #rates;
    /** @type {Reading[]} */
    #seen = [];
    #changedAt = -Infinity;
    #rose = false;
    #patienceMs = PATIENCE_MS;

    /** @param {number[]} rates bits a second by step, the recording's first */
    constructor(rates) {
        this.#rates = rates;
    }

    /** @param {Reading} reading @returns {number} the step from now on */
    next(reading) {
        if (!reading.wanted) {
            this.#seen = [];
            this.step = 0;
            return 0;
        }
        this.#seen = [...this.#seen.filter(({ at }) => at >= reading.at - MEASURED_MS), reading];
        const sinceMs = reading.at - this.#changedAt;
        if (reading.behindMs > BEHIND_MS && sinceMs >= SETTLED_MS) {
            this.#down(reading.at, sinceMs);
        } else if (this.step > 0 && reading.behindMs <= NEAR_MS && sinceMs >= this.#patienceMs && this.#carries(this.step - 1)) {
            this.#change(reading.at, this.step - 1);
            this.#rose = true;
        }
        return this.step;
    }

    /** @param {number} at @param {number} sinceMs */
    #down(at, sinceMs) {
        if (this.step === this.#rates.length - 1 || this.#measuredMs < MEASURED_MS / 2 || (this.step === 0 && this.#carries(0))) {
            return;
        }
        if (this.#rose) {
            this.#patienceMs = sinceMs < LASTING_MS ? Math.min(MOST_PATIENCE_MS, this.#patienceMs * 2) : PATIENCE_MS;
        }
        const lowest = this.#rates.length - 1;
        const carried = this.#rates.findIndex((_, step) => step > this.step && this.#carries(step));
        this.#change(at, Math.min(carried > 0 ? carried : lowest, Math.max(this.step + 1, lowest - 1)));
        this.#rose = false;
    }

    /** @param {number} at @param {number} step */
    #change(at, step) {
        this.step = step;
        this.#changedAt = at;
        this.#seen = this.#seen.slice(-1);
    }

    /** Whether the network was seen to carry so much, or as much as there was. @param {number} step */
    #carries(step) {
        const first = this.#seen[0];
        const last = this.#seen[this.#seen.length - 1];
        if (this.#measuredMs < MEASURED_MS / 2) {
            return false;
        }
        const all = this.#seen.every(({ waiting }) => !waiting);
        return all || ((last.sentBytes - first.sentBytes) * 8_000) / this.#measuredMs >= this.#rates[step] * ROOM;
    }

    get #measuredMs() {
        return this.#seen[this.#seen.length - 1].at - this.#seen[0].at;
    }
}
