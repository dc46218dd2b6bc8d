/** Brings self-reviews to the server, as often as it takes: what was spoken first, for the rest refers to it. */

import { Refusal } from '#app/http.js';
import { PARTS } from './self-review.js';

const VOICE_NOT_SENT = 'practice.voice-not-sent';

/** No repetition helps, for what was sent will not change. */
const MISTAKES = [400, 403, 409, 413, 422];

export class SelfReviewSender {
    #api;
    #store;

    /**
     * @param {Pick<import('../upload/attempt-api.js').AttemptApi, 'putSelfReview' | 'putVoice'>} api
     * @param {Pick<import('./self-review-store.js').SelfReviewStore, 'waiting' | 'acknowledge' | 'refuse' | 'forget' |
     *     'voice' | 'markVoice'>} store
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
            await this.#sendVoices(attempt, review, false);
            await this.#store.acknowledge(attempt, await this.#put(attempt, review));
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

    /** @param {string} attempt @param {import('./self-review.js').SelfReview} review */
    async #put(attempt, review) {
        try {
            return await this.#api.putSelfReview(attempt, review);
        } catch (fault) {
            if (!(fault instanceof Refusal) || fault.problem.code !== VOICE_NOT_SENT) {
                throw fault;
            }
            // The server does not keep for long what nothing refers to.
            await this.#sendVoices(attempt, review, true);
            return this.#api.putSelfReview(attempt, review);
        }
    }

    /** @param {string} attempt @param {import('./self-review.js').SelfReview} review @param {boolean} again */
    async #sendVoices(attempt, review, again) {
        for (const part of PARTS) {
            const digest = review[part]?.voice;
            const voice = digest ? await this.#store.voice(attempt, digest) : undefined;
            if (voice && (again || !voice.there)) {
                await this.#api.putVoice(attempt, voice);
                await this.#store.markVoice(attempt, voice.digest, true);
            }
        }
    }
}
