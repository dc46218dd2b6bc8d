/**
 * A quiz as it is answered: one question at a time, marked at once, never answered twice.
 *
 * @typedef {{id: string, expected: string[]}} Question with the letters of its right answers
 * @typedef {{at: number, answers: Record<string, string[]>}} Place for a reload or Back
 */

export class Quiz {
    #questions;
    #needed;
    #at = 0;
    /** @type {Record<string, string[]>} by question, the letters chosen */
    #answers = {};

    /**
     * @param {Question[]} questions
     * @param {number} needed right answers to pass
     * @param {Place | null} [place] where it was left
     */
    constructor(questions, needed, place) {
        this.#questions = questions;
        this.#needed = needed;
        if (place) {
            this.#at = Math.min(Math.max(0, place.at), questions.length - 1);
            const valid = Object.entries(place.answers).filter(([id]) => questions.some((question) => question.id === id));
            this.#answers = Object.fromEntries(valid);
        }
    }

    /** Number of the present question, from 0. */
    get at() {
        return this.#at;
    }

    get answers() {
        return this.#answers;
    }

    /** @returns {Place} */
    get place() {
        return { at: this.#at, answers: this.#answers };
    }

    get isAnswered() {
        return this.#questions[this.#at].id in this.#answers;
    }

    get isLast() {
        return this.#at + 1 >= this.#questions.length;
    }

    get right() {
        return this.#questions.filter((question) => this.isRight(question.id)).length;
    }

    get isPassed() {
        return this.right >= this.#needed;
    }

    /** Exactly the right letters, in any order. @param {string} id of the question */
    isRight(id) {
        const chosen = this.#answers[id] ?? [];
        const expected = this.#questions.find((question) => question.id === id)?.expected ?? [];
        return chosen.length === expected.length && chosen.every((letter) => expected.includes(letter));
    }

    /** @param {string[]} chosen letters @returns {boolean} false if nothing was chosen; a first answer stays */
    answer(chosen) {
        if (chosen.length === 0) {
            return false;
        }
        this.#answers[this.#questions[this.#at].id] ??= chosen;
        return true;
    }

    goOn() {
        this.#at = Math.min(this.#at + 1, this.#questions.length - 1);
    }
}
