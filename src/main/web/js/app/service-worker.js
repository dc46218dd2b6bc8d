/**
 * Says something to the service worker once there is one.
 *
 * @param {{kind: 'keep', pages: string[], again?: boolean} | {kind: 'keep-film', film: string}} message
 */
export async function tellServiceWorker(message) {
    const ready = await navigator.serviceWorker?.ready;
    ready?.active?.postMessage(message);
}
