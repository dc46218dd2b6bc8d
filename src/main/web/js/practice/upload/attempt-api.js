/** The attempt calls of the HTTP API. */

import { PERSON, Refusal } from '#app/http.js';
import { markers } from '../attempt/attempt.js';
import { audienceReport } from '../audience/record.js';

/** Slower than this many bytes a millisecond counts as a dead connection. */
const SLOWEST = 4;
const TIMEOUT_MS = 20_000;
const OTHER_PERSON = 'request.other-person';

/**
 * @typedef {{from: number, to: number, why: Record<string, string>, better: Record<string, string>}} WordToAvoid the span
 *     in the text; reason and suggestion by language
 * @typedef {{take: number, chunks: import('../attempt/ranges.js').Ranges}} TakeChunks chunk numbers of a take
 */

/**
 * `triedUntil` while the server is too busy to prepare the recording; `copies` once nothing of it is in the making.
 *
 * @typedef {{state: string, triedUntil?: string, copies?: unknown}} AttemptState
 */

/** @typedef {Partial<Pick<import('../attempt/attempt.js').Attempt, 'helping' | 'helpedAt' | 'takes' | 'createdAt'>>} Helped */

/** Thrown when the signed-in person is not the owner of this page's attempts. */
export class OtherPerson extends Error {}

export class AttemptApi {
    #http;

    /** @param {import('#app/http.js').HttpClient} http @param {string} [person] whose page this is */
    constructor(http, person = '') {
        this.#http = inTheNameOf(person, http);
    }

    /** @returns {Promise<{id: string}>} the person signed in */
    whoIsSignedIn() {
        return this.#http.json('GET', '/api/me');
    }

    /** @param {Pick<import('../attempt/attempt.js').Attempt, 'id' | 'plan' | 'onSite'> & Helped} attempt */
    put({ id, plan, onSite, ...by }) {
        const owner = onSite ? `/api/trainees/${onSite.trainee}` : '/api';
        return this.#http.call('PUT', `${owner}/attempts/${id}`, { json: plan, headers: helped(by) });
    }

    /** @param {string} id @returns {Promise<import('../attempt/attempt.js').Plan>} what was planned, on whichever phone */
    plan(id) {
        return this.#http.json('GET', `/api/attempts/${id}/plan`);
    }

    /** Says when it is to be rehearsed. @param {string} id @param {string} at */
    book(id, at) {
        return this.#http.call('PUT', `/api/attempts/${id}/booking`, { json: { at } });
    }

    /**
     * What the server has of it; refused where another device records it.
     *
     * @param {Pick<import('../attempt/attempt.js').Attempt, 'id' | 'recorder'>} attempt
     * @returns {Promise<TakeChunks[]>}
     */
    storedTakes({ id, recorder }) {
        return this.#http.json('GET', `/api/attempts/${id}/takes`, { headers: sender(recorder) });
    }

    /** Sends bytes that the server only counts, to see how long they take. @param {Uint8Array} bytes @param {number} timeoutMs */
    probe(bytes, timeoutMs) {
        return this.#http.call('POST', '/api/network-probe', {
            body: new Blob([/** @type {any} */ (bytes)]),
            headers: { 'Content-Type': 'application/octet-stream' },
            timeoutMs,
        });
    }

    /**
     * @param {import('../attempt/attempt-store.js').Chunk} chunk
     * @param {string} type of the take's bytes
     * @param {string} [recorder] the attempt's
     */
    putChunk({ attempt, take, seq, bytes, digest }, type, recorder) {
        return this.#http.call('PUT', `/api/attempts/${attempt}/takes/${take}/chunks/${seq}`, {
            body: bytes,
            headers: { 'Content-Type': asHeader(type), 'Content-Digest': `sha-256=:${digest}:`, ...sender(recorder) },
            timeoutMs: TIMEOUT_MS + bytes.byteLength / SLOWEST,
        });
    }

    /**
     * What viewers are shown while the network does not carry the recording.
     *
     * @param {{attempt: string, recorder?: string, take: number, copy: number, seq: number, beside: number, fromMs: number,
     *     bytes: ArrayBuffer, digest: string}} chunk
     */
    putLiveCopy({ attempt, recorder, take, copy, seq, beside, fromMs, bytes, digest }) {
        const place = `/api/attempts/${attempt}/takes/${take}/live-copies/${copy}/chunks/${seq}`;
        return this.#http.call('PUT', `${place}?beside=${beside}&fromMs=${fromMs}`, {
            body: bytes,
            headers: { 'Content-Type': 'application/octet-stream', 'Content-Digest': `sha-256=:${digest}:`, ...sender(recorder) },
        });
    }

    /** @param {import('../attempt/attempt.js').Attempt} attempt */
    finish(attempt) {
        const { readings } = attempt;
        const takes = attempt.takes.map(({ take, pieces, startedAt, endedAt }) => ({ take, chunks: pieces.length, startedAt, endedAt }));
        const audience = audienceReport(attempt);
        return this.#http.call('POST', `/api/attempts/${attempt.id}/finish`, {
            json: { takes, clock: 'monotonic', marks: markers(attempt), ...(audience && { audience }), ...(readings && { readings }) },
            headers: helped(attempt),
        });
    }

    /**
     * @param {string} id
     * @param {import('../selfreview/self-review.js').SelfReview} review
     * @returns {Promise<import('../selfreview/self-review.js').SelfReview>} what holds now
     */
    putSelfReview(id, review) {
        return this.#http.json('PUT', `/api/attempts/${id}/self-review`, { json: review });
    }

    /** Sends what was spoken in a self-review. @param {string} id @param {import('../selfreview/self-review-store.js').Voice} voice */
    putVoice(id, { digest, bytes, type }) {
        return this.#http.call('PUT', voicePage(id, digest), {
            body: bytes,
            headers: { 'Content-Type': asHeader(type) },
            timeoutMs: TIMEOUT_MS + bytes.byteLength / SLOWEST,
        });
    }

    /** @param {string} id @returns {Promise<AttemptState>} */
    state(id) {
        return this.#http.json('GET', `/api/attempts/${id}`);
    }

    /** @param {string} id @returns {Promise<AttemptState>} */
    submit(id) {
        return this.#http.json('POST', `/api/attempts/${id}/submit`);
    }

    /** Has the recording made of what has arrived; refused while its phone sends. @param {string} id */
    finishWithoutPhone(id) {
        return this.#http.call('POST', `/api/attempts/${id}/finish-without-phone`);
    }

    /** Undoes the hand-in; refused once a mentor has begun. @param {string} id */
    takeBack(id) {
        return this.#http.call('POST', `/api/attempts/${id}/take-back`);
    }

    /**
     * Deletes it with everything sent of it; refused once it was handed in, or where another than this recorder sends it.
     *
     * @param {Pick<import('../attempt/attempt.js').Attempt, 'id' | 'recorder'>} attempt
     */
    delete({ id, recorder }) {
        return this.#http.call('DELETE', `/api/attempts/${id}`, { headers: sender(recorder) });
    }

    /** @param {string} id @param {boolean} hidden from the own list */
    setHidden(id, hidden) {
        return this.#http.call(hidden ? 'PUT' : 'DELETE', `/api/attempts/${id}/hidden`);
    }

    /** Prepares the recording of a failed attempt once more. @param {string} id */
    retry(id) {
        return this.#http.call('POST', `/api/attempts/${id}/retry`);
    }
}

/**
 * A page may stay open while somebody else signs in on the same phone, in the middle of its calls.
 *
 * @param {string} person
 * @param {import('#app/http.js').HttpClient} http
 * @returns {import('#app/http.js').HttpClient}
 */
function inTheNameOf(person, http) {
    const named = (/** @type {import('#app/http.js').Request} */ { headers, ...request } = {}) =>
        ({ ...request, headers: { ...(person && { [PERSON]: person }), ...headers } });
    /** @template T @param {Promise<T>} call */
    const answered = (call) => call.catch((fault) => {
        throw fault instanceof Refusal && fault.problem.code === OTHER_PERSON ? new OtherPerson() : fault;
    });
    return {
        call: (method, path, request) => answered(http.call(method, path, named(request))),
        json: (method, path, request) => answered(http.json(method, path, named(request))),
    };
}

/** Where what was spoken in a self-review is sent to, and played from. @param {string} id @param {string} digest */
export const voicePage = (id, digest) => `/api/attempts/${id}/self-review/voices/${digest}`;

/** Tells this phone from another device that would record the same attempt. @param {string} [recorder] @returns {Record<string, string>} */
const sender = (recorder) => (recorder ? { 'Tianbo-Recorder': recorder } : {});

/**
 * It may be sent when the help is over, or by a helper when it was made alone. Phones have attempts with help that do not
 * say when it was.
 *
 * @param {Helped} attempt
 * @returns {Record<string, string>}
 */
function helped({ helping, helpedAt, takes, createdAt }) {
    const at = helpedAt ?? takes?.at(-1)?.startedAt ?? createdAt;
    return { 'Tianbo-Helping': helping ?? 'none', ...(helping && at && { 'Tianbo-Helped-At': at }) };
}

/** Recorders leave the comma in `codecs=a,b` bare, which a header may not. @param {string} type */
function asHeader(type) {
    return type.replace(/codecs=([^";]+)/, 'codecs="$1"');
}
