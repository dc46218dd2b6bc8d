/** Brings self-reviews to the server, as often as it takes. */

import { Refusal } from '#app/http.js';

/** No repetition helps, for what was sent will not change. */
const MISTAKES = [400, 403, 413, 422];

export class SelfReviewSender {
    #api;
    #store;

    /**
     * @param {Pick<import('../upload/attempt-api.js').AttemptApi, 'putSelfReview'>} api
     * @param {Pick<import('./self-review-store.js').SelfReviewStore, 'waiting' | 'acknowledge' | 'refuse' | 'forget'>} store
     */
    constructor(api, store) {
        this.#api = api;
        this.#store = store;
    }

    /** @param {string} person @returns {Promise<import('./self-review-store.js').Stored[]>} */
    waiting(person) {
        return this.#store.waiting(person);
    }

    /** @param {import('./self-review-store.js').Stored} stored */
    async send({ attempt, review }) {
        try {
            await this.#store.acknowledge(attempt, await this.#api.putSelfReview(attempt, review));
        } catch (fault) {
            if (!(fault instanceof Refusal)) {
                throw fault;
            }
            if (fault.status === 404) {
                // The attempt was deleted on another phone.
                await this.#store.forget(attempt);
            } else if (MISTAKES.includes(fault.status)) {
                await this.#store.refuse(attempt, fault.problem.code ?? '');
            } else {
                throw fault;
            }
        }
    }
}
