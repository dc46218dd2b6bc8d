/**
 * The sentences of a lesson, and at which of them the trainer is.
 *
 * @typedef {object} Sentence
 * @property {string} digest of its words
 * @property {string} words
 * @property {boolean} asked whether it stands in the quiz
 * @property {string} spoken digest of the take that the server has; empty for none
 * @property {string} speaker
 * @property {import('./take-store.js').Take} [take] what is on this phone alone
 */

export class Sentences {
    #all;
    #at;

    /** @param {Sentence[]} all in the order they are spoken; begins at the first that is not spoken yet */
    constructor(all) {
        this.#all = all;
        this.#at = Math.max(0, all.findIndex((one) => !isSpoken(one)));
    }

    get current() {
        return this.#all[this.#at];
    }

    get isFirst() {
        return this.#at === 0;
    }

    get isLast() {
        return this.#at === this.#all.length - 1;
    }

    /** Number of the present one among those of its part, from 1, and how many these are. */
    get place() {
        const part = this.#all.filter(({ asked }) => asked === this.current.asked);
        return { number: part.indexOf(this.current) + 1, of: part.length };
    }

    get done() {
        return this.#all.filter(isSpoken).length;
    }

    get of() {
        return this.#all.length;
    }

    /** @param {string} digest */
    find(digest) {
        return this.#all.find((one) => one.digest === digest);
    }

    /** @param {string} digest */
    goTo(digest) {
        this.#at = Math.max(0, this.#all.findIndex((one) => one.digest === digest));
    }

    /** To the next one that is not spoken, from here on and then from the beginning; to the next at all if none is left. */
    next() {
        const around = [...this.#all.slice(this.#at + 1), ...this.#all.slice(0, this.#at)];
        const open = around.find((one) => !isSpoken(one));
        this.#at = open ? this.#all.indexOf(open) : Math.min(this.#at + 1, this.#all.length - 1);
    }

    skip() {
        this.#at = Math.min(this.#at + 1, this.#all.length - 1);
    }

    before() {
        this.#at = Math.max(0, this.#at - 1);
    }
}

/** Whether it is spoken, here or on the server; what was refused is not. @param {Sentence} sentence */
export function isSpoken({ spoken, take }) {
    return take ? take.refused === undefined : spoken !== '';
}
