/** Calls of the HTTP API, each turned into an answer or one of three faults. */

/** The network or the server did not answer usefully: try again later. */
export class Unreachable extends Error {
    /**
     * @param {string} message
     * @param {number} [waitMs] what the server asked for by `Retry-After`
     * @param {Problem} [problem]
     */
    constructor(message, waitMs = 0, problem = {}) {
        super(message);
        this.waitMs = waitMs;
        this.problem = problem;
    }
}

/** Nobody is signed in any more. */
export class SignedOut extends Error {}

/** The server understood and said no. */
export class Refusal extends Error {
    /** @param {number} status @param {Problem} problem */
    constructor(status, problem) {
        super(problem.detail ?? problem.code ?? `HTTP ${status}`);
        this.status = status;
        this.problem = problem;
    }
}

/**
 * @typedef {Record<string, any> & {code?: string, title?: string, detail?: string}} Problem as of RFC 9457
 *
 * @typedef {object} Request
 * @property {BodyInit} [body] sent as it is
 * @property {object} [json] sent as JSON
 * @property {Record<string, string>} [headers]
 * @property {number} [timeoutMs] until the answer's head is there
 */

const TIMEOUT_MS = 20_000;
const JSON_TYPE = 'application/json';

/** @typedef {ReturnType<typeof createHttpClient>} HttpClient */

/** @param {{fetch: typeof fetch, clock: import('./clock.js').Clock, language: () => string}} ports */
export function createHttpClient({ fetch, clock, language }) {
    /**
     * @param {string} method
     * @param {string} path
     * @param {Request} [request]
     * @returns {Promise<Response>} only with a status of success
     */
    const call = async (method, path, { body, json, headers, timeoutMs = TIMEOUT_MS } = {}) => {
        const patience = new AbortController();
        const enough = clock.after(timeoutMs, () => patience.abort());
        let response;
        try {
            response = await fetch(path, {
                method,
                body: json ? JSON.stringify(json) : body,
                headers: {
                    Accept: JSON_TYPE,
                    'Accept-Language': language(),
                    // Asks the sign-in layer for a plain status instead of a redirect to its page.
                    'X-Requested-With': 'JavaScript',
                    ...(json && { 'Content-Type': JSON_TYPE }),
                    ...headers,
                },
                redirect: 'manual',
                cache: 'no-store',
                signal: patience.signal,
            });
        } catch (fault) {
            throw new Unreachable(`${method} ${path}: ${fault}`);
        } finally {
            enough();
        }
        return checked(response);
    };

    return {
        call,

        /**
         * @param {string} method
         * @param {string} path
         * @param {Request} [request]
         * @returns {Promise<any>} the JSON of the answer; null where there is none
         */
        json: async (method, path, request) => {
            const response = await call(method, path, request);
            return response.status === 204 ? null : response.json();
        },
    };
}

/** @param {Response} response */
async function checked(response) {
    const { status } = response;
    if (response.type === 'opaqueredirect' || status === 401) {
        throw new SignedOut('signed out');
    }
    const type = response.headers.get('Content-Type') ?? '';
    if (response.ok) {
        // A hotel's sign-in page answers 200 to everything; our API never answers with a page.
        if (type.startsWith('text/html')) {
            throw new Unreachable('a page answered');
        }
        return response;
    }
    const problem = type.includes('json') ? await response.json().catch(() => ({})) : {};
    // 507 is no passing trouble: some space is used up, and the problem says whose.
    if (status === 408 || status === 429 || (status >= 500 && status !== 507)) {
        throw new Unreachable(`HTTP ${status}`, Number(response.headers.get('Retry-After') ?? 0) * 1000 || 0, problem);
    }
    throw new Refusal(status, problem);
}
