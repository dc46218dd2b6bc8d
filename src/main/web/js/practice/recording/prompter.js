/**
 * The teleprompter: what to say now, for how long, what comes next, and how the plan is kept. It goes on by the plan's
 * times, or waits for a tap; which of the two is remembered on this phone.
 */

import { find, make, message, setText } from '../../app/dom.js';
import { minutes } from '../../app/format.js';
import { remember, remembered } from '#app/settings.js';
import { last, positionOf } from '../attempt/attempt.js';
import { RunOfShow } from '../plan/run-of-show.js';
import { blanksOf } from '../plan/script.js';
import { ShowProgress } from './show-progress.js';

const SETTING = 'tianbo.prompter';
const WAITS = 'waits';
/** Nobody keeps a plan to the second. */
const ON_TIME_MS = 10_000;

/** @typedef {import('../plan/run-of-show.js').Line} Line */

export class Prompter {
    #stage;
    #panel;
    #onStep;
    #show;
    #products;
    #goesOn = remembered(SETTING) !== WAITS;

    /**
     * @param {Line[]} lines
     * @param {string[]} products names, in the order of the show
     * @param {HTMLElement} stage
     * @param {(ref: string, ms: number) => void} onStep a step begins, at so many recorded milliseconds of the attempt
     */
    constructor(lines, products, stage, onStep) {
        this.#stage = stage;
        this.#panel = find('[data-prompter]', stage);
        this.#onStep = onStep;
        this.#show = new ShowProgress(lines);
        this.#products = products;
        this.#panel.hidden = lines.length === 0;
        find('[data-do="pace"]', stage).hidden = lines.length === 0;
        this.#showPace();
    }

    /** Whether a tap on the picture goes on. */
    get waitsForTap() {
        return !this.#goesOn;
    }

    /** Whether a step follows this one. */
    get hasNext() {
        return this.#show.next !== undefined;
    }

    /** Whether a product is still to come. */
    get hasNextProduct() {
        return this.#show.nextProduct !== undefined;
    }

    /** Which product is spoken of, from 0. */
    get product() {
        return this.#show.product;
    }

    /** Goes on by itself from now on, or waits for a tap. */
    switchPace() {
        this.#goesOn = !this.#goesOn;
        remember(SETTING, this.#goesOn ? 'goes-on' : WAITS);
        this.#showPace();
    }

    /**
     * Continues at the attempt's last marker; marks the first step of a new attempt.
     *
     * @param {import('../attempt/attempt.js').Attempt} attempt
     * @param {number} recordedMs
     */
    resume(attempt, recordedMs) {
        const marker = last(attempt.marks.filter(({ kind }) => kind === 'step'));
        this.#show.resume(marker?.ref, marker ? positionOf(attempt, marker.at) : recordedMs);
        this.#write();
        if (!marker && this.#show.step) {
            this.#onStep(this.#show.step.ref, recordedMs);
        }
    }

    /** @param {number} recordedMs */
    advance(recordedMs) {
        this.#show.advance(recordedMs);
        this.#began(recordedMs);
    }

    /** Skips the remaining steps of this product. @param {number} recordedMs */
    advanceToNextProduct(recordedMs) {
        this.#show.advanceToNextProduct(recordedMs);
        this.#began(recordedMs);
    }

    /** @param {number} recordedMs */
    #began(recordedMs) {
        this.#write();
        this.#onStep(this.#show.step?.ref ?? '', recordedMs);
    }

    /** @param {number} recordedMs */
    tick(recordedMs) {
        const show = this.#show;
        if (this.#goesOn) {
            show.follow(recordedMs, (ref, ms) => {
                this.#write();
                this.#onStep(ref, ms);
            });
        }
        if (!show.step) {
            return;
        }
        const left = show.leftMs(recordedMs);
        this.#panel.toggleAttribute('data-over', left <= 0);
        setText(find('[data-left]', this.#panel), left > 0
            ? message('time-left', { time: minutes(left + 999) })
            : message(show.next ? 'time-over' : 'time-over-last'));
        const late = show.lateMs(recordedMs);
        const word = Math.abs(late) < ON_TIME_MS ? 'on-time' : late > 0 ? 'behind' : 'ahead';
        setText(find('[data-plan]', this.#panel), message(word, { time: minutes(Math.abs(late)) }));
        this.#roll(1 - left / (show.step.seconds * 1_000));
    }

    /** What does not fit is rolled up within the step's time. @param {number} share of the step that is over */
    #roll(share) {
        const box = find('[data-lines]', this.#panel);
        const room = box.scrollHeight - box.clientHeight;
        if (this.#goesOn && room > 0) {
            // The beginning stays long enough to be read, and the end comes before it is needed.
            box.scrollTop = room * Math.min(1, Math.max(0, (share - 0.25) / 0.5));
        }
    }

    #write() {
        const { step, next, nextProduct } = this.#show;
        if (step) {
            setText(find('[data-step]', this.#panel), message('step', { n: this.#show.number, title: step.title }));
            const parts = [make('p', { className: 'say', textContent: step.say }), make('p', { className: 'tip', textContent: step.tip })];
            const box = find('[data-lines]', this.#panel);
            box.replaceChildren(...parts.filter(({ textContent }) => textContent));
            box.scrollTop = 0;
        }
        const nextWords = next ? message('next-step', { step: next.title }) : message('done-recording');
        setText(find('[data-do="next"] > [data-next]', this.#stage), nextWords);
        const product = find('[data-do="next-product"]', this.#stage);
        product.hidden = nextProduct === undefined;
        const name = this.#products[this.#show.productsBegun];
        setText(find('[data-next]', product), name ? message('next-product', { product: name }) : message('next-item'));
    }

    #showPace() {
        const button = find('[data-do="pace"]', this.#stage);
        button.setAttribute('aria-pressed', String(this.#goesOn));
        setText(find('[data-pace]', button), message(this.#goesOn ? 'goes-on' : 'waits-for-tap'));
    }
}

/**
 * What an attempt that brings no lines of its own is rehearsed by: the run of show of its format, as published, with
 * what its plan tells and changes.
 *
 * @param {import('../attempt/attempt.js').Plan} plan
 * @param {string} host
 * @returns {Line[]}
 */
export function publishedLines({ format, steps, products = [], facts = products.map((name) => ({ name })) }, host) {
    const show = /** @type {HTMLTemplateElement | null} */ (document.querySelector(`template[data-show="${format}"]`));
    const published = Array.from(show?.content.querySelectorAll('[data-ref]') ?? [], (item) => {
        const { ref = '', title = '', seconds } = /** @type {HTMLElement} */ (item).dataset;
        const words = (/** @type {string} */ part) => find(part, item).textContent ?? '';
        return { id: ref, title, seconds: Number(seconds), say: words('.say'), tip: words('.tip') };
    });
    return new RunOfShow(published, steps).lines(blanksOf({ host, facts }, { goods: message('goods'), and: message('and') }));
}
