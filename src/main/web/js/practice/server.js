/** The attempt calls of the HTTP API, each answer turned into either a value or one of three faults. */

import { markers } from './attempt.js';

/** The network or the server did not answer usefully: try again later. */
export class Unreachable extends Error {
    /** @param {string} message @param {number} [waitMs] what the server asked for by `Retry-After` */
    constructor(message, waitMs = 0) {
        super(message);
        this.waitMs = waitMs;
    }
}

/** Nobody is signed in any more; what is on the phone waits for its owner. */
export class SignedOut extends Error {}

/** The server understood and said no. */
export class Refusal extends Error {
    /** @param {number} status @param {Record<string, any>} problem as of RFC 9457 */
    constructor(status, problem) {
        super(problem.code ?? String(status));
        this.status = status;
        this.problem = problem;
    }
}

/** Slower than this many bytes a millisecond counts as a dead connection. */
const SLOWEST = 4;
const PATIENCE_MS = 20_000;

/** @returns {Promise<{id: string}>} */
export async function whoIsSignedIn() {
    return (await call('GET', '/api/me')).json();
}

/** @param {string} id @param {import('./attempt.js').Plan} plan */
export function makeAttempt(id, plan) {
    return call('PUT', `/api/attempts/${id}`, json(plan));
}

/** @param {string} id @returns {Promise<{take: number, chunks: import('./ranges.js').Ranges}[]>} */
export async function safeTakes(id) {
    return (await call('GET', `/api/attempts/${id}/takes`)).json();
}

/**
 * @param {string} text
 * @returns {Promise<{from: number, to: number, why: Record<string, string>, better: Record<string, string>}[]>}
 */
export async function wordsToAvoid(text) {
    return (await (await call('POST', '/api/word-checks', json({ text }))).json()).found;
}

/** @param {import('./shelf.js').Chunk} chunk @param {string} type */
export function sendChunk(chunk, type) {
    return call('PUT', `/api/attempts/${chunk.attempt}/takes/${chunk.take}/chunks/${chunk.seq}`, {
        body: chunk.bytes,
        headers: { 'Content-Type': asHeader(type), 'Content-Digest': `sha-256=:${chunk.digest}:` },
        patienceMs: PATIENCE_MS + chunk.bytes.byteLength / SLOWEST,
    });
}

/** @param {import('./attempt.js').Attempt} attempt */
export function finishAttempt(attempt) {
    const takes = attempt.takes.map(({ take, pieces, startedAt, endedAt }) => ({ take, chunks: pieces.length, startedAt, endedAt }));
    return call('POST', `/api/attempts/${attempt.id}/finish`, json({ takes, clock: 'monotonic', marks: markers(attempt) }));
}

/** @param {string} id @returns {Promise<{state: string, triedUntil?: string}>} with the time as long as the machine is too busy */
export async function attemptState(id) {
    return (await call('GET', `/api/attempts/${id}`)).json();
}

/** @param {string} id @returns {Promise<{state: string}>} */
export async function submitAttempt(id) {
    return (await call('POST', `/api/attempts/${id}/submit`)).json();
}

/** Undoes the hand-in; refused once a mentor has begun. @param {string} id */
export function takeBackAttempt(id) {
    return call('POST', `/api/attempts/${id}/take-back`);
}

/** Deletes it with all that was sent of it; refused once it was handed in. @param {string} id */
export function deleteAttempt(id) {
    return call('DELETE', `/api/attempts/${id}`);
}

/** Has the recording of a failed attempt made once more. @param {string} id */
export function retryAttempt(id) {
    return call('POST', `/api/attempts/${id}/retry`);
}

/** Recorders leave the comma in `codecs=a,b` bare, which a header may not. @param {string} type */
function asHeader(type) {
    return type.replace(/codecs=([^";]+)/, 'codecs="$1"');
}

/** @param {object} body */
function json(body) {
    return { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
}

/**
 * @param {string} method
 * @param {string} path
 * @param {{body?: BodyInit, headers?: Record<string, string>, patienceMs?: number}} [request]
 * @returns {Promise<Response>}
 */
async function call(method, path, { body, headers, patienceMs = PATIENCE_MS } = {}) {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), patienceMs);
    let response;
    try {
        response = await fetch(path, {
            method,
            body,
            // Asks the sign-in layer for a plain status instead of a redirect to its page.
            headers: { Accept: 'application/json', 'X-Requested-With': 'JavaScript', ...headers },
            redirect: 'manual',
            cache: 'no-store',
            signal: patience.signal,
        });
    } catch (fault) {
        throw new Unreachable(`${method} ${path}: ${fault}`);
    } finally {
        clearTimeout(timer);
    }
    return answered(response);
}

/** @param {Response} response */
async function answered(response) {
    const { status } = response;
    if (response.type === 'opaqueredirect' || status === 401) {
        throw new SignedOut();
    }
    const type = response.headers.get('Content-Type') ?? '';
    if (response.ok) {
        // A hotel's sign-in page answers 200 to everything; our API never answers with a page.
        if (type.startsWith('text/html')) {
            throw new Unreachable('a page answered instead of the API');
        }
        return response;
    }
    if (status === 408 || status === 429 || (status >= 500 && status !== 507)) {
        throw new Unreachable(String(status), Number(response.headers.get('Retry-After') ?? 0) * 1000 || 0);
    }
    throw new Refusal(status, type.includes('json') ? await response.json().catch(() => ({})) : {});
}
