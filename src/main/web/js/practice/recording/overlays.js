/** What the host shows over the picture with one tap each, as on the platforms. All of it says that it is practice. */

import { find, findAll, message, setText } from '../../app/dom.js';
import { HostActs } from './host-acts.js';

/** @typedef {import('./host-acts.js').Act} Act */

export class Overlays {
    #stage;
    #facts;
    #acts;
    #onAct;

    /**
     * @param {HTMLElement} stage
     * @param {import('../attempt/attempt.js').ProductFacts[]} facts of the products, in the order of the show
     * @param {{seed: number, before: string[]}} attempt refs of the acts so far
     * @param {(ref: string) => void} onAct
     */
    constructor(stage, facts, { seed, before }, onAct) {
        this.#stage = stage;
        this.#facts = facts;
        this.#acts = new HostActs(seed, before);
        this.#onAct = onAct;
        this.#element('pinned-comment').hidden = true;
    }

    /** @param {Act} act @param {number} ms recorded of the attempt */
    tap(act, ms) {
        const comment = act === 'pinned-comment' ? this.#newestComment() : undefined;
        const ref = this.#acts.tap(act, ms, comment?.dataset.event ?? (comment && 'viewer'));
        if (ref && comment) {
            this.#pin(comment);
        }
        this.tick(ms, this.#acts.product);
        if (ref) {
            this.#onAct(ref);
        }
    }

    /** Takes the pinned comment off again. */
    unpin() {
        this.#element('pinned-comment').hidden = true;
    }

    /** @param {number} ms recorded of the attempt @param {number} product that is spoken of, from 0 */
    tick(ms, product) {
        const acts = this.#acts;
        acts.product = product;
        const { name = '', price = '', weight = '' } = this.#facts[product] ?? {};
        this.#element('product-card').hidden = !acts.card;
        setText(find('[data-name]', this.#stage), name || message('goods'));
        setText(find('[data-price]', this.#stage), [weight, price].filter(Boolean).join(' · '));
        find('[data-sold-out]', this.#stage).hidden = !acts.isSoldOut;
        this.#element('coupon-drop').hidden = !acts.showsCoupon(ms);
        const { last, total } = acts.orders;
        this.#element('order-wave').hidden = !acts.showsOrders(ms);
        setText(this.#element('order-wave'), message('practice-orders', { n: last, total }));
        this.#press('product-card', acts.card);
        this.#press('stock-out', acts.isSoldOut);
        /** @type {HTMLButtonElement} */ (this.#button('pinned-comment')).disabled = this.#newestComment() === undefined;
    }

    /** One that waits for an answer before others; nothing where nobody has said anything. */
    #newestComment() {
        const comments = findAll('[data-comments] > [data-event], [data-comments] > [data-live="comment"]', this.#stage);
        const waiting = comments.filter(({ dataset }) => dataset.state === 'waiting');
        return waiting[waiting.length - 1] ?? comments[comments.length - 1];
    }

    /** @param {HTMLElement} comment */
    #pin(comment) {
        const pinned = this.#element('pinned-comment');
        for (const part of ['[data-who]', '[data-words]']) {
            setText(find(part, pinned), comment.querySelector(part)?.textContent ?? '');
        }
        pinned.hidden = false;
    }

    /** @param {Act} act @param {boolean} pressed */
    #press(act, pressed) {
        this.#button(act).setAttribute('aria-pressed', String(pressed));
    }

    /** @param {Act} act */
    #button(act) {
        return find(`[data-act="${act}"]`, this.#stage);
    }

    /** @param {Act} act @returns {HTMLElement} */
    #element(act) {
        return find(`[data-overlay="${act}"]`, this.#stage);
    }
}
