/**
 * A quiz as it is answered: one question at a time, each answer stored as it is given and changed until all are handed in.
 * What is right only the server knows.
 *
 * @typedef {{at: number, answers: Record<string, string[]>, seconds: Record<string, number>}} Place for a reload or Back
 * @typedef {Record<string, number>} Words by question, in its order: what stands for all that is read in it
 */

/** Nobody looks at a question for longer: the phone lay there. */
const LONGEST_LOOK = 600;

export class Quiz {
    #ids;
    #at = 0;
    /** @type {Record<string, string[]>} by question, what was chosen */
    #answers = {};
    /** @type {Record<string, number>} by question, how long it was looked at */
    #seconds = {};

    /** @param {string[]} ids of the questions @param {Place | null} [place] where it was left */
    constructor(ids, place) {
        this.#ids = ids;
        if (place) {
            this.#at = Math.min(Math.max(0, place.at), ids.length - 1);
            this.#answers = this.#known(place.answers);
            this.#seconds = this.#known(place.seconds ?? {});
        }
    }

    /** Number of the present question, from 0. */
    get at() {
        return this.#at;
    }

    get answers() {
        return this.#answers;
    }

    get seconds() {
        return this.#seconds;
    }

    /** @returns {Place} */
    get place() {
        return { at: this.#at, answers: this.#answers, seconds: this.#seconds };
    }

    get isLast() {
        return this.#at + 1 >= this.#ids.length;
    }

    /**
     * @param {string[]} chosen
     * @param {number} seconds since the question was shown
     * @returns {boolean} false if nothing was chosen
     */
    answer(chosen, seconds) {
        if (chosen.length === 0) {
            return false;
        }
        const id = this.#ids[this.#at];
        this.#answers[id] = chosen;
        this.#seconds[id] = Math.min(LONGEST_LOOK, (this.#seconds[id] ?? 0) + Math.round(seconds));
        return true;
    }

    goOn() {
        this.#at = Math.min(this.#at + 1, this.#ids.length - 1);
    }

    goBack() {
        this.#at = Math.max(0, this.#at - 1);
    }

    /** @template T @param {Record<string, T>} byId @returns {Record<string, T>} */
    #known(byId) {
        return Object.fromEntries(Object.entries(byId).filter(([id]) => this.#ids.includes(id)));
    }
}

/**
 * What is left of a half-done quiz where the lesson has another version now: the answers to questions that read the same.
 *
 * @param {Place & {words?: Words}} half
 * @param {[string, number][]} now the questions with their words, in their order
 * @returns {{place: Place, kept: number[], lost: number}} `kept`: by number of the question, from 1
 */
export function carriedOver({ answers, seconds = {}, words = {} }, now) {
    const same = now.map(([id, read]) => Boolean(answers[id]) && words[id] === read);
    const ids = now.map(([id]) => id).filter((_, index) => same[index]);
    const of = (/** @type {Record<string, any>} */ byId) => Object.fromEntries(ids.filter((id) => id in byId).map((id) => [id, byId[id]]));
    const open = same.indexOf(false);
    return {
        place: { at: open < 0 ? now.length - 1 : open, answers: of(answers), seconds: of(seconds) },
        kept: same.flatMap((is, index) => (is ? [index + 1] : [])),
        lost: Object.keys(answers).length - ids.length,
    };
}

const HOUR_MS = 3_600_000;

/**
 * What the county's rule says to another try. A phone whose clock was set back knows nothing of the last one.
 *
 * @param {{wait: number, most: number}} rule hours between tries, and tries in all (0: as many as one likes)
 * @param {number} tries
 * @param {number | undefined} at time of the last one on this phone
 * @param {number} now
 */
export function retake({ wait, most }, tries, at, now) {
    const left = at && at <= now ? at + wait * HOUR_MS - now : 0;
    return { usedUp: most > 0 && tries >= most, hours: Math.max(0, Math.ceil(left / HOUR_MS)) };
}
