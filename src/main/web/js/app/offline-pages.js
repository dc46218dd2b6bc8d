/**
 * Has the service worker fetch pages anew that it keeps for when there is no network, because something on them has
 * changed.
 *
 * @param {string[]} pages
 */
export async function refreshPages(pages) {
    const registered = await navigator.serviceWorker?.getRegistration();
    registered?.active?.postMessage({ kind: 'keep', pages, again: true });
}
