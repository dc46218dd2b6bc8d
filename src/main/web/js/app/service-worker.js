/**
 * @typedef {{pages: string[], again?: boolean}} PagesToStore `again`: also those already stored
 * @typedef {{film: string}} FilmToStore
 * @typedef {{stored: string[], language?: string}} PagesAsked
 * @typedef {{drop: string[]}} PagesToDrop
 * @typedef {{bundle: string}} BundleToStore answered with `{page, outcome}` for each of its pages, and then `{ended}`
 * @typedef {PagesToStore | BundleToStore | PagesAsked | PagesToDrop | FilmToStore} WorkerMessage all but the last are answered at the
 *     message's port, where there is one: with a word for each page
 */

/**
 * Posts a message to the service worker as soon as it is active.
 *
 * @param {WorkerMessage} message
 */
export async function postToWorker(message) {
    const ready = await navigator.serviceWorker?.ready;
    ready?.active?.postMessage(message);
}
