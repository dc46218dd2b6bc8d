/** Calls of the HTTP API. Each returns a response or throws one of three faults. */

/** The network or the server did not answer usefully: try again later. */
export class Unreachable extends Error {
    /**
     * @param {string} message
     * @param {number} [waitMs] what the server requested by `Retry-After`
     * @param {Problem} [problem]
     */
    constructor(message, waitMs = 0, problem = {}) {
        super(message);
        this.waitMs = waitMs;
        this.problem = problem;
    }
}

/** The session has ended. */
export class SignedOut extends Error {}

/** The server understood the request and refused it. */
export class Refusal extends Error {
    /** @param {number} status @param {Problem} problem */
    constructor(status, problem) {
        super(problem.detail ?? problem.code ?? `HTTP ${status}`);
        this.status = status;
        this.problem = problem;
    }
}

/**
 * @typedef {object} ProblemMembers
 * @property {string} [code] stable, e.g. `practice.quota-bytes`
 * @property {string} [title]
 * @property {string} [detail]
 * @property {{field: string, code?: string, message: string}[]} [errors] of a refused form or document
 *
 * @typedef {ProblemMembers & Record<string, unknown>} Problem as of RFC 9457; the others depend on the code
 *
 * @typedef {object} Request
 * @property {BodyInit} [body] sent as it is
 * @property {object} [json] sent as JSON
 * @property {Record<string, string>} [headers]
 * @property {number} [timeoutMs] until the response's headers have arrived
 */

/** Whose work a call brings: the server refuses it in the session of somebody else. */
export const PERSON = 'Tianbo-Person';

const TIMEOUT_MS = 20_000;
const JSON_TYPE = 'application/json';

/** @typedef {ReturnType<typeof createHttpClient>} HttpClient */

/** @param {{fetch: typeof fetch, clock: import('./clock.js').Clock, language: () => string}} ports */
export function createHttpClient({ fetch, clock, language }) {
    /**
     * @template T
     * @param {string} method
     * @param {string} path
     * @param {Request | undefined} request
     * @param {(response: Response) => Promise<T>} read a network may fall silent, or be cut, in the middle of an answer
     * @returns {Promise<T>} only with a status of success
     */
    const send = async (method, path, { body, json, headers, timeoutMs = TIMEOUT_MS } = {}, read) => {
        const timeout = new AbortController();
        const cancelTimeout = clock.after(timeoutMs, () => timeout.abort());
        /** @template A @param {Promise<A>} answer @returns {Promise<A>} */
        const reached = (answer) => answer.catch((fault) => {
            throw new Unreachable(`${method} ${path}: ${fault}`);
        });
        try {
            const response = await reached(fetch(path, {
                method,
                body: json ? JSON.stringify(json) : body,
                headers: {
                    Accept: JSON_TYPE,
                    'Accept-Language': language(),
                    // Makes the sign-in layer answer with a plain status instead of a redirect to its page.
                    'X-Requested-With': 'JavaScript',
                    ...(json && { 'Content-Type': JSON_TYPE }),
                    ...headers,
                },
                redirect: 'manual',
                cache: 'no-store',
                signal: timeout.signal,
            }));
            return await reached(read(await checked(response)));
        } finally {
            cancelTimeout();
        }
    };

    return {
        /**
         * @param {string} method
         * @param {string} path
         * @param {Request} [request]
         * @returns {Promise<Response>} whose body is read without a limit
         */
        call: (method, path, request) => send(method, path, request, async (response) => response),

        /**
         * @template T as `contracts/http.md` defines it for the path
         * @param {string} method
         * @param {string} path
         * @param {Request} [request]
         * @returns {Promise<T>} the JSON of the response; null if it has none
         */
        json: (method, path, request) =>
            send(method, path, request, async (response) => (response.status === 204 ? null : response.json())),
    };
}

/** @param {Response} response */
async function checked(response) {
    const { status } = response;
    if (response.type === 'opaqueredirect' || status === 401) {
        throw new SignedOut('HTTP 401');
    }
    const type = response.headers.get('Content-Type') ?? '';
    if (response.ok) {
        // The sign-in page of a hotel's Wi-Fi answers everything with 200; our API never answers with a page.
        if (type.startsWith('text/html')) {
            throw new Unreachable('HTML');
        }
        return response;
    }
    const problem = type.includes('json') ? await response.json().catch(() => ({})) : {};
    // 507 does not pass by itself: some space is used up, and the problem's code names it.
    if (status === 408 || status === 429 || (status >= 500 && status !== 507)) {
        throw new Unreachable(`HTTP ${status}`, Number(response.headers.get('Retry-After')) * 1000 || 0, problem);
    }
    throw new Refusal(status, problem);
}
