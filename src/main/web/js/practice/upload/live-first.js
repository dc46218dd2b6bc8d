/**
 * What viewers wait for goes out first, on whichever page of this phone the rest is sent. It is asked for anew every
 * second or so: when the page with the camera dies, all goes on as ever.
 *
 * @typedef {object} Wish
 * @property {boolean} hold nothing else may begin to go out until the next wish
 * @property {string} attempt
 * @property {number} take
 * @property {number} from viewers wait for this chunk of the take and for those behind it, before all others
 */

/** As long as a wish holds. */
const HOLDS_MS = 4_000;

/** So many chunks are sent before it is looked again which come first. */
const AT_A_TIME = 4;

export class LiveFirst {
    #clock;
    #channel;
    /** @type {Wish | undefined} */
    #wish;
    #heardAt = -Infinity;
    /** @type {(() => void)[]} */
    #waiting = [];

    /** @param {import('../../app/clock.js').Clock} clock @param {BroadcastChannel} [channel] to the other open pages */
    constructor(clock, channel) {
        this.#clock = clock;
        this.#channel = channel;
        if (channel) {
            channel.onmessage = ({ data }) => this.#hear(data);
        }
    }

    /** To this page and all other open ones. @param {Wish | undefined} wish undefined: nobody waits any more */
    ask(wish) {
        if (wish || this.#wish) {
            this.#channel?.postMessage(wish);
            this.#hear(wish);
        }
    }

    /** Whether somebody waits for something. */
    get isOn() {
        return this.#wish !== undefined && this.#clock.elapsed() - this.#heardAt < HOLDS_MS;
    }

    /**
     * Those to be sent now, the first at first.
     *
     * @template {{take: number, seq: number}} C
     * @param {string} attempt
     * @param {C[]} lacking in the order they were recorded
     */
    firstOf(attempt, lacking) {
        const wish = this.#wish;
        if (!wish || !this.isOn) {
            return lacking;
        }
        const first = (/** @type {C} */ { take, seq }) => wish.attempt === attempt && take === wish.take && seq >= wish.from;
        return [...lacking.filter(first), ...lacking.filter((chunk) => !first(chunk))].slice(0, AT_A_TIME);
    }

    /** Resolves as soon as something else may go out. */
    async turn() {
        while (this.isOn && this.#wish?.hold) {
            const leftMs = this.#heardAt + HOLDS_MS - this.#clock.elapsed();
            await new Promise((resolve) => {
                const cancel = this.#clock.after(leftMs, () => resolve(undefined));
                this.#waiting.push(() => {
                    cancel();
                    resolve(undefined);
                });
            });
        }
    }

    /** @param {Wish | undefined} wish */
    #hear(wish) {
        this.#wish = wish;
        this.#heardAt = this.#clock.elapsed();
        this.#waiting.splice(0).forEach((go) => go());
    }
}
