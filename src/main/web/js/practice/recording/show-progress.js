/**
 * Where a rehearsal stands in its run of show. All times are recorded milliseconds of the attempt: what was not recorded -
 * a call, a locked screen - does not count, and no change of the phone's clock is seen.
 *
 * @typedef {import('../plan/run-of-show.js').Line} Line
 */

/** How the runs of show of several products name the step in which each begins: `second-tell`. */
const BEGINS_A_PRODUCT = '-tell';

export class ShowProgress {
    #steps;
    #at = 0;
    /** When the step began. */
    #since = 0;

    /** @param {Line[]} steps */
    constructor(steps) {
        this.#steps = steps;
    }

    /** Number of the step, from 1. */
    get number() {
        return this.#at + 1;
    }

    /** @returns {Line | undefined} the current step; none of a show without steps */
    get step() {
        return this.#steps[this.#at];
    }

    /** @returns {Line | undefined} the step after this one */
    get next() {
        return this.#steps[this.#at + 1];
    }

    /** @returns {Line | undefined} the step in which the next product begins, in a show of several */
    get nextProduct() {
        return this.#steps[this.#nextProductAt];
    }

    get #nextProductAt() {
        return this.#steps.findIndex(({ ref }, i) => i > this.#at && ref.endsWith(BEGINS_A_PRODUCT));
    }

    /** Which product is spoken of, from 0. */
    get product() {
        return Math.max(0, this.productsBegun - 1);
    }

    /** How many products were begun; 0 in a show of one, whose steps do not say it. */
    get productsBegun() {
        return this.#steps.filter(({ ref }, i) => i <= this.#at && ref.endsWith(BEGINS_A_PRODUCT)).length;
    }

    /** Continues at a step that began before. @param {string | undefined} ref @param {number} ms */
    resume(ref, ms) {
        this.#at = Math.max(0, this.#steps.findIndex((step) => step.ref === ref));
        this.#since = ms;
    }

    /** @param {number} ms */
    advance(ms) {
        this.#begin(this.#at + 1, ms);
    }

    /** Skips the remaining steps of this product. @param {number} ms */
    advanceToNextProduct(ms) {
        this.#begin(this.#nextProductAt, ms);
    }

    /**
     * Goes on by the plan's times.
     *
     * @param {number} ms now
     * @param {(ref: string, ms: number) => void} onStep a step began, at its own time
     */
    follow(ms, onStep) {
        for (let next = this.next; next && this.leftMs(ms) <= 0; next = this.next) {
            this.advance(ms + this.leftMs(ms));
            onStep(next.ref, this.#since);
        }
    }

    /** What is left of the step's time; less than zero once it is over. @param {number} ms @returns {number} */
    leftMs(ms) {
        return this.#since + (this.step?.seconds ?? 0) * 1_000 - ms;
    }

    /**
     * How much later than planned; less than zero for earlier.
     *
     * @param {number} ms
     * @returns {number}
     */
    lateMs(ms) {
        const planned = this.#steps.slice(0, this.#at).reduce((sum, { seconds }) => sum + seconds * 1_000, 0);
        return this.#since - planned + Math.max(0, -this.leftMs(ms));
    }

    /** @param {number} at @param {number} ms */
    #begin(at, ms) {
        if (this.#steps[at]) {
            this.#at = at;
            this.#since = ms;
        }
    }
}
