/** The attempt calls of the HTTP API. */

import { markers } from '../attempt/attempt.js';
import { report } from '../audience/record.js';

/** Slower than this many bytes a millisecond counts as a dead connection. */
const SLOWEST = 4;
const TIMEOUT_MS = 20_000;

/** @typedef {{state: string, triedUntil?: string}} AttemptState with the time as long as the machine is too busy */

export class AttemptApi {
    #http;

    /** @param {import('../../app/http.js').HttpClient} http */
    constructor(http) {
        this.#http = http;
    }

    /** @returns {Promise<{id: string}>} */
    whoIsSignedIn() {
        return this.#http.json('GET', '/api/me');
    }

    /** @param {string} id @param {import('../attempt/attempt.js').Plan} plan */
    put(id, plan) {
        return this.#http.call('PUT', `/api/attempts/${id}`, { json: plan });
    }

    /** @param {string} id @returns {Promise<{take: number, chunks: import('../attempt/ranges.js').Ranges}[]>} */
    storedTakes(id) {
        return this.#http.json('GET', `/api/attempts/${id}/takes`);
    }

    /**
     * @param {string} text
     * @returns {Promise<{from: number, to: number, why: Record<string, string>, better: Record<string, string>}[]>}
     */
    async wordsToAvoid(text) {
        return (await this.#http.json('POST', '/api/word-checks', { json: { text } })).found;
    }

    /** @param {import('../attempt/attempt-store.js').Chunk} chunk @param {string} type of the take's bytes */
    putChunk({ attempt, take, seq, bytes, digest }, type) {
        return this.#http.call('PUT', `/api/attempts/${attempt}/takes/${take}/chunks/${seq}`, {
            body: bytes,
            headers: { 'Content-Type': asHeader(type), 'Content-Digest': `sha-256=:${digest}:` },
            timeoutMs: TIMEOUT_MS + bytes.byteLength / SLOWEST,
        });
    }

    /** @param {import('../attempt/attempt.js').Attempt} attempt */
    finish(attempt) {
        const takes = attempt.takes.map(({ take, pieces, startedAt, endedAt }) => ({ take, chunks: pieces.length, startedAt, endedAt }));
        const audience = report(attempt);
        return this.#http.call('POST', `/api/attempts/${attempt.id}/finish`, { json: { takes, clock: 'monotonic', marks: markers(attempt), ...(audience && { audience }) } });
    }

    /** @param {string} id @returns {Promise<AttemptState>} */
    state(id) {
        return this.#http.json('GET', `/api/attempts/${id}`);
    }

    /** @param {string} id @returns {Promise<AttemptState>} */
    submit(id) {
        return this.#http.json('POST', `/api/attempts/${id}/submit`);
    }

    /** Undoes the hand-in; refused once a mentor has begun. @param {string} id */
    takeBack(id) {
        return this.#http.call('POST', `/api/attempts/${id}/take-back`);
    }

    /** Deletes it with all that was sent of it; refused once it was handed in. @param {string} id */
    delete(id) {
        return this.#http.call('DELETE', `/api/attempts/${id}`);
    }

    /** Has the recording of a failed attempt made once more. @param {string} id */
    retry(id) {
        return this.#http.call('POST', `/api/attempts/${id}/retry`);
    }
}

/** Recorders leave the comma in `codecs=a,b` bare, which a header may not. @param {string} type */
function asHeader(type) {
    return type.replace(/codecs=([^";]+)/, 'codecs="$1"');
}
