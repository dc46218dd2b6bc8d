/** The run of show while recording: what to say now, for how long, and what comes next. */

import { find, make, message, setText } from '../../app/dom.js';
import { minutes } from '../../app/format.js';
import { last, positionOf } from '../attempt/attempt.js';
import { blanksOf, spoken } from '../plan/script.js';

/** How the runs of show of several products name the step in which each begins: `second-tell`. */
const BEGINS_A_PRODUCT = '-tell';

/** @typedef {import('../plan/run-of-show.js').Line} Line */

export class Prompter {
    #panel;
    #onStep;
    #steps;
    #at = 0;
    /** Recorded milliseconds of the attempt at which the step began. */
    #since = 0;

    /**
     * @param {import('../plan/run-of-show.js').Line[]} lines
     * @param {HTMLElement} panel
     * @param {(ref: string) => void} onStep a step begins
     */
    constructor(lines, panel, onStep) {
        this.#panel = panel;
        this.#onStep = onStep;
        this.#steps = lines;
        panel.hidden = this.#steps.length === 0;
    }

    /** The step after this one. @returns {Line | undefined} */
    get next() {
        return this.#steps[this.#at + 1];
    }

    /** Whether a product is still to come. */
    get hasNextProduct() {
        return this.#nextProduct > this.#at;
    }

    /** Where the next product begins, in a show of several; -1 without. */
    get #nextProduct() {
        return this.#steps.findIndex(({ ref }, i) => i > this.#at && ref.endsWith(BEGINS_A_PRODUCT));
    }

    /**
     * Continues at the attempt's last marker; marks the first step of a new attempt.
     *
     * @param {import('../attempt/attempt.js').Attempt} attempt
     * @param {number} recordedMs
     */
    resume(attempt, recordedMs) {
        const marker = last(attempt.marks.filter(({ kind }) => kind === 'step'));
        const at = marker ? this.#steps.findIndex((step) => step.ref === marker.ref) : -1;
        this.#at = Math.max(0, at);
        this.#since = marker ? positionOf(attempt, marker.at) : recordedMs;
        this.#write();
        if (!marker && this.#steps.length > 0) {
            this.#onStep(this.#steps[0].ref);
        }
    }

    /** @param {number} recordedMs */
    advance(recordedMs) {
        this.#begin(this.#at + 1, recordedMs);
    }

    /** Skips the remaining steps of this product. @param {number} recordedMs */
    advanceToNextProduct(recordedMs) {
        this.#begin(this.#nextProduct, recordedMs);
    }

    /** @param {number} at @param {number} recordedMs */
    #begin(at, recordedMs) {
        this.#at = at;
        this.#since = recordedMs;
        this.#write();
        this.#onStep(this.#steps[this.#at].ref);
    }

    /** @param {number} recordedMs */
    tick(recordedMs) {
        const step = this.#steps[this.#at];
        if (step) {
            const left = step.seconds * 1000 - (recordedMs - this.#since);
            this.#panel.toggleAttribute('data-over', left <= 0);
            const text = left > 0 ? message('time-left', { time: minutes(left + 999) }) : message('time-over');
            setText(find('[data-left]', this.#panel), text);
        }
    }

    #write() {
        const step = this.#steps[this.#at];
        if (step) {
            setText(find('[data-step]', this.#panel), message('step', { n: this.#at + 1, title: step.title }));
            const parts = [make('p', { className: 'say', textContent: step.say }), make('p', { className: 'tip', textContent: step.tip })];
            find('[data-lines]', this.#panel).replaceChildren(...parts.filter(({ textContent }) => textContent));
        }
    }
}

/**
 * What an attempt that brings no lines of its own is rehearsed by: the run of show of its format, as published, with
 * what its plan tells.
 *
 * @param {import('../attempt/attempt.js').Plan} plan
 * @param {string} host
 * @returns {Line[]}
 */
export function publishedLines({ format, products = [], facts = products.map((name) => ({ name })) }, host) {
    const show = /** @type {HTMLTemplateElement | null} */ (document.querySelector(`template[data-show="${format}"]`));
    const blanks = blanksOf({ host, facts }, { goods: message('goods'), and: message('and') });
    return Array.from(show?.content.querySelectorAll('[data-ref]') ?? [], (item) => {
        const step = /** @type {HTMLElement} */ (item);
        return {
            ref: step.dataset.ref ?? '',
            title: step.dataset.title ?? '',
            seconds: Number(step.dataset.seconds),
            say: spoken(find('.say', step).textContent ?? '', blanks),
            tip: find('.tip', step).textContent ?? '',
        };
    });
}
