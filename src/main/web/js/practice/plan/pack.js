/**
 * The published content a plan is made of. The service worker keeps it, so it is there without a network; where it
 * cannot be had, planning goes on without viewers, word checker and editing.
 *
 * @typedef {object} Pack
 * @property {{slug: string, version: string, steps: import('./run-of-show.js').PublishedStep[]}[]} shows
 * @property {import('../audience/scenario.js').Scenario[]} audiences
 * @property {import('./word-checker.js').Phrase[]} phrases
 */

/**
 * @param {string} address
 * @param {(path: string) => Promise<Response>} [fetch]
 * @returns {Promise<Pack | undefined>}
 */
export async function loadPack(address, fetch = (path) => globalThis.fetch(path)) {
    try {
        const response = await fetch(address);
        return response.ok ? await response.json() : undefined;
    } catch (fault) {
        console.warn('the published content is not on this phone:', fault);
        return undefined;
    }
}
