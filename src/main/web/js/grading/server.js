/** What the page asks of the server. */

/** The answer did not come, or was no. */
export class Refused extends Error {
    /** @param {number} status 0 when there is no network, 401 when one must sign in @param {any} problem as RFC 9457 */
    constructor(status, problem) {
        super(problem?.detail ?? `HTTP ${status}`);
        this.status = status;
        this.problem = problem;
    }
}

/** @param {import('./sheet.js').Review} review @param {import('./sheet.js').Draft} draft @param {number} version */
export function save(review, draft, version) {
    return call('PUT', `/api/reviews/${review.id}`, draft, { 'If-Match': `"${version}"` });
}

/** @param {import('./sheet.js').Review} review @param {number} version */
export function publish(review, version) {
    return call('POST', `/api/reviews/${review.id}/publish`, undefined, { 'If-Match': `"${version}"` });
}

/** @param {string} [attempt] the oldest due when none is named @returns {Promise<import('./sheet.js').Review | null>} null when nothing waits */
export function claim(attempt) {
    return call('POST', '/api/reviews/claim', attempt ? { attempt } : {}, {});
}

async function call(method, path, body, headers) {
    const json = body === undefined ? {} : { 'Content-Type': 'application/json' };
    let response;
    try {
        response = await fetch(path, {
            method,
            headers: { ...json, ...headers, 'Accept-Language': document.documentElement.lang, 'X-Requested-With': 'JavaScript' },
            body: body === undefined ? undefined : JSON.stringify(body),
            redirect: 'manual',
        });
    } catch (unreachable) {
        console.warn('unreachable:', unreachable);
        throw new Refused(0, { detail: document.body.dataset.unsent });
    }
    if (response.ok) {
        return response.status === 204 ? null : response.json();
    }
    const signedOut = response.type === 'opaqueredirect' || response.status === 401;
    const problem = /json/.test(response.headers.get('Content-Type') ?? '') ? await response.json() : undefined;
    throw new Refused(signedOut ? 401 : response.status, problem);
}
