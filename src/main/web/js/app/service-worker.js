/**
 * @typedef {{pages: string[], again?: boolean}} PagesToStore `again`: also those already stored
 * @typedef {{film: string}} FilmToStore
 * @typedef {PagesToStore | FilmToStore} WorkerMessage
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
