/**
 * Self-reviews on this phone: on the disk first, then on the server. Beside the attempts, for a host may also look at a
 * recording that was made with another phone.
 *
 * @typedef {import('./self-review.js').SelfReview} SelfReview
 *
 * @typedef {object} Stored
 * @property {string} key
 * @property {string} attempt
 * @property {string} person whose it is; another person signed in on this phone never sends it
 * @property {SelfReview} review
 * @property {boolean} sent whether the server holds all of it
 * @property {string} [refused] code of the server's reason not to take it
 */

import { read, write } from '#app/db.js';
import { fits, holdsAll, merged } from './self-review.js';

const PREFIX = 'self-review/';

/** The key in the store `kv`. @param {string} attempt */
export const keyOf = (attempt) => PREFIX + attempt;

export class SelfReviewStore {
    #attempts;

    /** @param {Pick<import('../attempt/attempt-store.js').AttemptStore, 'publish' | 'get'>} attempts */
    constructor(attempts) {
        this.#attempts = attempts;
    }

    /** @param {string} attempt @param {string} person @returns {Promise<Stored | undefined>} */
    async get(attempt, person) {
        const stored = await read('kv', (kv) => kv.get(keyOf(attempt)));
        return stored?.person === person ? stored : undefined;
    }

    /** @param {string} attempt @param {string} person @param {SelfReview} review */
    async put(attempt, person, review) {
        await write(['kv'], (kv) => kv.put({ key: keyOf(attempt), attempt, person, review, sent: false }));
        this.#attempts.publish({ kind: 'changed', id: attempt });
    }

    /**
     * Those the server has yet to be told of. It knows an attempt of this phone once that is finished.
     *
     * @param {string} person
     * @returns {Promise<Stored[]>}
     */
    async waiting(person) {
        /** @type {Stored[]} */
        const all = await read('kv', (kv) => kv.getAll(IDBKeyRange.bound(PREFIX, `${PREFIX}\uffff`)));
        const mine = all.filter((one) => one.person === person && !one.sent && !one.refused && fits(one.review));
        const known = await Promise.all(mine.map(async ({ attempt }) => {
            const here = await this.#attempts.get(attempt);
            return !here || here.finishedAt !== undefined;
        }));
        return mine.filter((_, index) => known[index]);
    }

    /**
     * The server answered with what holds now; what was edited here meanwhile waits on.
     *
     * @param {string} attempt
     * @param {SelfReview} answer
     */
    async acknowledge(attempt, answer) {
        await this.#change(attempt, (stored) => ({
            ...stored,
            review: merged(stored.review, answer),
            sent: holdsAll(answer, stored.review),
        }));
    }

    /** @param {string} attempt @param {string} code */
    async refuse(attempt, code) {
        await this.#change(attempt, (stored) => ({ ...stored, refused: code }));
    }

    /** The attempt is gone. @param {string} attempt */
    async forget(attempt) {
        await write(['kv'], (kv) => kv.delete(keyOf(attempt)));
        this.#attempts.publish({ kind: 'changed', id: attempt });
    }

    /** @param {string} attempt @param {(stored: Stored) => Stored} change */
    async #change(attempt, change) {
        await write(['kv'], (kv) => {
            const found = kv.get(keyOf(attempt));
            found.onsuccess = () => found.result && kv.put(change(found.result));
        });
        this.#attempts.publish({ kind: 'changed', id: attempt });
    }
}
