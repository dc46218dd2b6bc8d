/** The review calls of the HTTP API. Each sends the version it is based on, so that no text is overwritten. */

/** @typedef {import('./draft.js').Review} Review */

export class ReviewApi {
    #http;

    /** @param {import('../app/http.js').HttpClient} http */
    constructor(http) {
        this.#http = http;
    }

    /**
     * @param {Review} review
     * @param {import('./draft.js').Draft} draft
     * @param {number} version
     * @returns {Promise<Review>}
     */
    save(review, draft, version) {
        return this.#http.json('PUT', `/api/reviews/${review.id}`, { json: draft, headers: ifMatch(version) });
    }

    /** @param {Review} review @param {number} version */
    publish(review, version) {
        return this.#http.json('POST', `/api/reviews/${review.id}/publish`, { headers: ifMatch(version) });
    }

    /**
     * @param {string} [attempt] the oldest due if none is given
     * @returns {Promise<Review | null>} null if nothing waits
     */
    claim(attempt) {
        return this.#http.json('POST', '/api/reviews/claim', { json: attempt ? { attempt } : {} });
    }
}

/** @param {number} version */
function ifMatch(version) {
    return { 'If-Match': `"${version}"` };
}
