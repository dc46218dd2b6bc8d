/**
 * What a host does on a platform beside speaking, with one tap each: shows the card of the product, pins a comment, hands
 * out coupons, says that something is sold out, lets a wave of orders come. All of it is practice: nothing is sold.
 *
 * Each act is a marker of the attempt: its kind is `host-act`, its ref the act, with what it was about behind a colon:
 * `product-card:2` is that of the second product, `order-wave:5` five orders, `pinned-comment:sweet` what was said in that
 * event of the scenario.
 *
 * @typedef {'product-card' | 'pinned-comment' | 'coupon-drop' | 'stock-out' | 'order-wave'} Act
 */

import { draw } from '../audience/chance.js';

/** Kind of the markers. */
export const HOST_ACT = 'host-act';

/** How long what goes by itself stays on the screen, in recorded milliseconds. */
const COUPON_MS = 20_000;
const ORDERS_MS = 8_000;

const FEWEST_ORDERS = 3;
const ORDERS_SPREAD = 6;

/** Taps that follow each other sooner are a double tap. */
const DOUBLE_TAP_MS = 700;

export class HostActs {
    /** Whether the card of the product is shown. */
    card = false;
    /** Which product is spoken of, from 0. */
    product = 0;
    /** Practice orders so far, and those of the last wave. */
    orders = { total: 0, last: 0 };
    #seed;
    #waves = 0;
    /** @type {Set<number>} */
    #soldOut = new Set();
    #couponUntil = -Infinity;
    #ordersUntil = -Infinity;
    /** @type {Map<Act, number>} */
    #tapped = new Map();

    /**
     * @param {number} seed
     * @param {string[]} before refs of the acts of earlier takes
     */
    constructor(seed, before = []) {
        this.#seed = seed;
        for (const [act, about] of before.map((ref) => ref.split(':'))) {
            if (act === 'order-wave') {
                this.#waves++;
                this.orders.total += Number(about) || 0;
            } else if (act === 'stock-out') {
                this.#soldOut.add(Number(about) - 1);
            }
        }
    }

    /** Whether the current product is sold out. */
    get isSoldOut() {
        return this.#soldOut.has(this.product);
    }

    /** @param {number} ms recorded @returns {boolean} */
    showsCoupon(ms) {
        return ms < this.#couponUntil;
    }

    /** @param {number} ms recorded @returns {boolean} */
    showsOrders(ms) {
        return ms < this.#ordersUntil;
    }

    /**
     * @param {Act} act
     * @param {number} ms recorded
     * @param {string} [comment] what is to be pinned
     * @returns {string | undefined} ref of its marker; nothing where only something is taken off the screen
     */
    tap(act, ms, comment) {
        if (ms - (this.#tapped.get(act) ?? -Infinity) < DOUBLE_TAP_MS) {
            return undefined;
        }
        this.#tapped.set(act, ms);
        switch (act) {
            case 'product-card':
                this.card = !this.card;
                return this.card ? `${act}:${this.product + 1}` : undefined;
            case 'stock-out':
                return this.#switchStock() ? `${act}:${this.product + 1}` : undefined;
            case 'pinned-comment':
                return comment === undefined ? undefined : `${act}:${comment}`;
            case 'coupon-drop':
                this.#couponUntil = ms + COUPON_MS;
                return act;
            case 'order-wave':
                this.orders.last = FEWEST_ORDERS + draw(this.#seed, `orders ${this.#waves++}`, ORDERS_SPREAD);
                this.orders.total += this.orders.last;
                this.#ordersUntil = ms + ORDERS_MS;
                return `${act}:${this.orders.last}`;
        }
    }

    /** @returns {boolean} whether the product is sold out now */
    #switchStock() {
        if (this.#soldOut.delete(this.product)) {
            return false;
        }
        this.#soldOut.add(this.product);
        this.card = true;
        return true;
    }
}
